package io.shopkeeper.fraud.backtest;

import io.shopkeeper.fraud.boundary.BacktestHit;
import io.shopkeeper.fraud.boundary.BacktestReport;
import io.shopkeeper.fraud.boundary.BacktestView;
import io.shopkeeper.fraud.entity.StoredBacktest;
import io.shopkeeper.fraud.entity.StoredBacktestHit;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Backtests in the database: report and hits are written in one transaction. */
@Stateless
public class BacktestLedger {

  @Inject private BacktestStore store;

  public Optional<BacktestView> find(long id) {
    return store.find(id).map(StoredBacktest::view);
  }

  /** Keeps the answer in place of what an attempt before has left. */
  public void keep(long id, BacktestReport report, List<BacktestHit> hits) {
    store.replaceHits(
        id,
        IntStream.range(0, hits.size())
            .mapToObj(row -> new StoredBacktestHit(id, row + 1, hits.get(row)))
            .toList());
    store.find(id).ifPresent(backtest -> backtest.answer(report));
  }
}
