package io.shopkeeper.cli.evaluate;

import io.shopkeeper.ml.evaluation.Bootstrap;
import io.shopkeeper.ml.evaluation.CalibrationFloor;
import io.shopkeeper.ml.evaluation.Figures;
import io.shopkeeper.ml.evaluation.Interval;
import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.Target;
import java.util.Map;

/**
 * All metrics that suit a target; of classes also the calibration error of a perfect model.
 *
 * @param target of all rows
 * @param seed of the bootstrap
 */
record TableMeasures(Target target, long seed) implements Measures.Taker {

  /** The metric that a perfect model's calibration error is reported as. */
  static final String FLOOR = "ece_if_perfect";

  @Override
  public Measures of(int[] tested, double[][] predicted) {
    var measures = new Measures();
    Figures figures = Figures.of(target.select(tested), predicted);
    Map<String, Interval> intervals = figures.intervals(new Bootstrap(seed));
    figures.all().forEach((name, value) -> measures.put(name, value, intervals.get(name)));
    if (target instanceof ClassTarget) {
      CalibrationFloor floor = CalibrationFloor.of(predicted, seed);
      measures.put(FLOOR, floor.mean(), floor.range());
    }
    return measures;
  }
}
