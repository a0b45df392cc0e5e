package io.shopkeeper.ml.evaluation;

import io.shopkeeper.ml.split.Fold;
import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.TableModel;
import java.util.stream.IntStream;

/**
 * Measures models of tables.
 *
 * @param data all rows
 * @param figure what is measured
 */
public record TableEvaluator(LabelledTable data, TableMetric figure)
    implements Evaluator<LabelledTable, TableModel> {

  /** Of fewer rows, or rows of the rarest class, a figure is mostly chance. */
  private static final double LEAST_ROWS = 60;

  private static final double LEAST_OF_A_CLASS = 10;
  private static final double LEAST_SHARE = 0.05;
  private static final double MOST_SHARE = 0.5;

  /**
   * Where a learning curve begins: with 60 rows and ten of the rarest class that is there.
   *
   * @param train rows that are learnt from, not empty
   * @return a share of them, 0.05 to 0.5
   */
  public double leastShare(int[] train) {
    double share = LEAST_ROWS / train.length;
    if (data.target() instanceof ClassTarget classes) {
      int[] counts = new int[classes.classes().size()];
      for (int row : train) {
        counts[classes.codes()[row]]++;
      }
      int rarest = IntStream.of(counts).filter(count -> count > 0).min().orElse(1);
      share = Math.max(share, LEAST_OF_A_CLASS / rarest);
    }
    return Math.clamp(share, LEAST_SHARE, MOST_SHARE);
  }

  @Override
  public int rows() {
    return data.rows();
  }

  @Override
  public LabelledTable training(int[] rows) {
    return data.select(rows);
  }

  @Override
  public double measure(TableModel model, Fold fold) {
    if (fold.test().length == 0) {
      return Double.NaN;
    }
    LabelledTable held = data.select(fold.test());
    return figure.measure().of(held.target(), model.predict(held.features()));
  }

  @Override
  public String metric() {
    return figure.name();
  }

  @Override
  public boolean greaterIsBetter() {
    return figure.greaterIsBetter();
  }
}
