package io.shopkeeper.platform.boundary;

import io.shopkeeper.ml.algorithm.WrongOptionException;
import io.shopkeeper.ml.tuning.SearchStrategy;
import io.shopkeeper.training.TuningOrder;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Searches for options, as people and programs ask for them. */
public final class TuningOrders {

  private TuningOrders() {}

  /** The names of the strategies, the usual one first. */
  public static List<String> strategies() {
    return SearchStrategy.all().stream().map(SearchStrategy::name).toList();
  }

  /**
   * A search; null for what is usual.
   *
   * @param ranges the options that are searched, a number's range as {@code 0.01..1}; empty or null
   *     for all that can be searched
   * @throws InvalidInputException at {@code /tuning/} and what is wrong
   */
  public static TuningOrder of(
      String strategy, Integer trials, Integer minutes, Map<String, String> ranges) {
    TuningOrder usual = TuningOrder.usual();
    try {
      return new TuningOrder(
          Objects.requireNonNullElse(strategy, usual.strategy()),
          Objects.requireNonNullElse(trials, usual.trials()),
          Objects.requireNonNullElse(minutes, usual.minutes()),
          Objects.requireNonNullElse(ranges, Map.of()));
    } catch (WrongOptionException wrong) {
      throw InvalidInputException.of("/tuning/" + wrong.option(), wrong.problem());
    }
  }
}
