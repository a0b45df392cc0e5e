package io.shopkeeper.fraud.boundary;

import io.shopkeeper.fraud.backtest.BacktestStarter;
import io.shopkeeper.fraud.backtest.BacktestStore;
import io.shopkeeper.fraud.entity.StoredBacktest;
import io.shopkeeper.fraud.entity.StoredBacktestHit;
import io.shopkeeper.platform.boundary.InvalidInputException;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tries rules and thresholds on the past. */
@Stateless
public class Backtests {

  @Inject private BacktestStore store;
  @Inject private BacktestStarter starter;

  /**
   * Begins one; a job works it out.
   *
   * @throws InvalidInputException with every fault
   */
  public BacktestView start(BacktestOrder order, String by, Locale reader) {
    return starter.start(order, by, reader);
  }

  /** One of them. */
  public Optional<BacktestView> find(long id) {
    return store.find(id).map(StoredBacktest::view);
  }

  /** Those of a rule, the newest first. */
  public List<BacktestView> ofRule(String rule, int most) {
    return store.ofRule(rule, most).stream().map(StoredBacktest::view).toList();
  }

  /** The newest of all. */
  public List<BacktestView> newest(int most) {
    return store.newest(most).stream().map(StoredBacktest::view).toList();
  }

  /** The newest with a curve of scores: any that was worked out while a model was live. */
  public Optional<BacktestView> newestCurve() {
    return store.newestCurve().map(StoredBacktest::view);
  }

  /**
   * Payments that it would have held, in the order of time.
   *
   * @param after how many are left out
   */
  public List<BacktestHit> hits(long id, int after, int most) {
    return store.hits(id, after, most).stream().map(StoredBacktestHit::view).toList();
  }
}
