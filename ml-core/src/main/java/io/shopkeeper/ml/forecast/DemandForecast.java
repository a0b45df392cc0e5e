package io.shopkeeper.ml.forecast;

import java.util.List;

/**
 * What will be sold of a product in the weeks that come.
 *
 * @param method by which that was foretold
 * @param regularity of the product
 * @param expected units in each week, 0 or more
 * @param bands where what comes will lie, the narrowest first
 */
public record DemandForecast(
    DemandMethod method, DemandClass regularity, double[] expected, List<Band> bands) {

  public DemandForecast {
    bands = List.copyOf(bands);
  }

  /**
   * Where the units of each week will lie.
   *
   * @param level how often they do, between 0 and 1
   * @param low ends, 0 or more
   * @param high ends, not below the low ones
   */
  public record Band(double level, double[] low, double[] high) {}
}
