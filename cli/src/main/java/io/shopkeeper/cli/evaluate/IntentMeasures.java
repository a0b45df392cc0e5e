package io.shopkeeper.cli.evaluate;

import io.shopkeeper.ml.evaluation.Bootstrap;
import io.shopkeeper.ml.evaluation.Interval;
import io.shopkeeper.ml.table.ClassTarget;
import java.util.List;

/**
 * How well intents are told where some texts have none: the part of the texts in scope that is
 * answered rightly, one that is refused being wrong; the mean over their intents of F1; and of the
 * texts out of scope the part that is refused, and of what is refused the part that is out of
 * scope.
 *
 * @param target of all rows
 * @param outside the class of texts out of scope
 * @param seed of the bootstrap
 */
record IntentMeasures(ClassTarget target, int outside, long seed) implements Measures.Taker {

  private static final List<String> NAMES =
      List.of("accuracy", "macro_f1", "oos_recall", "oos_precision");

  @Override
  public Measures of(int[] tested, double[][] predicted) {
    int[] truth = target.select(tested).codes();
    int[] said = new int[truth.length];
    int[] once = new int[truth.length];
    for (int row = 0; row < truth.length; row++) {
      for (int place = 1; place < predicted[row].length; place++) {
        said[row] = predicted[row][place] > predicted[row][said[row]] ? place : said[row];
      }
      once[row] = 1;
    }
    double[] values = figures(truth, said, once);
    List<Interval> intervals =
        new Bootstrap(seed)
            .ofAll(truth.length, values.length, times -> figures(truth, said, times));
    var measures = new Measures();
    for (int place = 0; place < values.length; place++) {
      measures.put(NAMES.get(place), values[place], intervals.get(place));
    }
    return measures;
  }

  /** In the order of the names; not a number where there is nothing to divide by. */
  private double[] figures(int[] truth, int[] said, int[] times) {
    int classes = target.classes().size();
    long[] are = new long[classes];
    long[] called = new long[classes];
    long[] right = new long[classes];
    for (int row = 0; row < truth.length; row++) {
      are[truth[row]] += times[row];
      called[said[row]] += times[row];
      right[truth[row]] += truth[row] == said[row] ? times[row] : 0;
    }
    long inside = 0;
    long insideRight = 0;
    double f1 = 0;
    int there = 0;
    for (int one = 0; one < classes; one++) {
      if (one != outside) {
        inside += are[one];
        insideRight += right[one];
        f1 += are[one] + called[one] == 0 ? 0 : 2.0 * right[one] / (are[one] + called[one]);
        there += are[one] + called[one] == 0 ? 0 : 1;
      }
    }
    return new double[] {
      (double) insideRight / inside,
      f1 / there,
      (double) right[outside] / are[outside],
      (double) right[outside] / called[outside]
    };
  }
}
