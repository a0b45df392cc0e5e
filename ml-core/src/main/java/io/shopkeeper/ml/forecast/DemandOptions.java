package io.shopkeeper.ml.forecast;

import io.shopkeeper.ml.algorithm.Limits;
import io.shopkeeper.ml.algorithm.WrongOptionException;

/**
 * Options of forecasts of demand.
 *
 * @param horizonWeeks that forecasts are about
 * @param origins how many earlier weeks are foretold from, one after another, to choose the method
 *     of each product and to see how wrong it is
 * @param trees of the boosted method
 * @param rate what each tree's values are multiplied with
 * @param depth the most splits from the root to a leaf
 * @param minRows about the least weeks of products in a leaf
 */
public record DemandOptions(
    @Limits(least = 1, most = 13) int horizonWeeks,
    @Limits(least = 4, most = 26) int origins,
    @Limits(least = 1, most = 20_000, searchLeast = 50, searchMost = 500, logarithmic = true)
        int trees,
    @Limits(least = 1e-4, most = 1, searchLeast = 0.01, searchMost = 0.3, logarithmic = true)
        double rate,
    @Limits(least = 1, most = 64, searchLeast = 2, searchMost = 8) int depth,
    @Limits(least = 1, most = 1e9, searchLeast = 10, searchMost = 500, logarithmic = true)
        int minRows) {

  public DemandOptions {
    WrongOptionException.unlessWithin("horizonWeeks", horizonWeeks, 1, 13);
    WrongOptionException.unlessWithin("origins", origins, 4, 26);
    WrongOptionException.unlessWithin("trees", trees, 1, 20_000);
    WrongOptionException.unlessWithin("rate", rate, 1e-4, 1);
    WrongOptionException.unlessWithin("depth", depth, 1, 64);
    WrongOptionException.unlessWithin("minRows", minRows, 1, 1e9);
  }
}
