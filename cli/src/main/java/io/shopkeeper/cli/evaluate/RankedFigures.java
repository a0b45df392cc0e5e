package io.shopkeeper.cli.evaluate;

import java.util.Map;

/** What was reached over all folds; both are empty where nothing is held out. */
interface RankedFigures {

  /** By name. */
  Map<String, Double> metrics();

  /** Ends of intervals of 95 %, of those metrics that have one. */
  Map<String, double[]> intervals();

  /** The metric that models are compared by. */
  Units units();
}
