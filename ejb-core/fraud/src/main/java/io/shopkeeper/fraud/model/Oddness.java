package io.shopkeeper.fraud.model;

import io.shopkeeper.ml.algorithm.StoredForm;
import io.shopkeeper.ml.outlier.OutlierDetection;
import io.shopkeeper.ml.outlier.OutlierModel;
import io.shopkeeper.ml.table.Schema;
import io.shopkeeper.ml.table.Table;
import io.shopkeeper.ml.training.TrainingListener;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How odd a payment is beside those that were learnt from, whether they were fraud or not: by an
 * isolation forest (Liu, Ting, Zhou 2008), which sees what no fraud before looked like. Immutable
 * and safe for use by several threads.
 */
public final class Oddness {

  /** So many are enough to tell one of a thousand by, and fit into memory at once. */
  private static final int MOST_MARKS = 20_000;

  private final OutlierModel forest;
  private final double[] marks;

  /**
   * A feature that makes a payment odd.
   *
   * @param feature its place in the row
   * @param loss how much less odd the payment would be without it, above 0, of the forest's score
   */
  public record Part(int feature, double loss) {}

  private Oddness(OutlierModel forest, double[] marks) {
    this.forest = forest;
    this.marks = marks;
  }

  /**
   * Learns from payments; labels are not looked at. The same seed gives the same.
   *
   * @param payments in the order of time; of more than 20,000 as many, evenly spread, are taken
   */
  public static Oddness of(Table payments, long seed, TrainingListener listener) {
    int count = Math.min(MOST_MARKS, payments.rows());
    int[] taken = new int[count];
    Arrays.setAll(taken, i -> (int) ((long) i * payments.rows() / count));
    Table some = payments.select(taken);
    var detection = new OutlierDetection();
    OutlierModel forest = detection.train(some, detection.presets().get("steady"), seed, listener);
    double[] scores = forest.scores(some);
    Arrays.sort(scores);
    return new Oddness(forest, scores);
  }

  /**
   * The share of the payments learnt from that were less odd, from 0 to below 1. It is never above
   * 1 − 1/(n + 1) of n payments: few of them cannot tell that something is rarer.
   */
  public double share(float[] row) {
    return share(forest.score(row, 0));
  }

  private double share(double score) {
    int low = 0;
    int high = marks.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (marks[middle] < score) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return (double) low / (marks.length + 1);
  }

  /**
   * Without which features a payment would be the less odd, the most telling first.
   *
   * @param most how many
   */
  public List<Part> strangest(float[] row, int most) {
    double whole = forest.score(row, 0);
    List<Part> parts = new ArrayList<>();
    for (int feature = 0; feature < row.length; feature++) {
      if (!Float.isNaN(row[feature])) {
        float[] without = row.clone();
        without[feature] = Float.NaN;
        parts.add(new Part(feature, whole - forest.score(without, 0)));
      }
    }
    return parts.stream()
        .filter(part -> part.loss() > 0)
        .sorted(Comparator.comparingDouble((Part part) -> -part.loss()))
        .limit(most)
        .toList();
  }

  void write(DataOutput out) throws IOException {
    forest.write(out);
    StoredForm.write(out, marks);
  }

  /**
   * From what {@link #write} gave.
   *
   * @throws IOException if it is damaged
   */
  static Oddness read(DataInput in) throws IOException {
    OutlierModel forest = new OutlierDetection().read(in);
    double[] marks = StoredForm.readDoubles(in);
    for (int i = 1; i < marks.length; i++) {
      if (!(marks[i] >= marks[i - 1])) {
        throw new IOException("damaged: marks of oddness do not rise");
      }
    }
    return new Oddness(forest, marks);
  }

  /** What a row is. */
  public Schema schema() {
    return forest.schema();
  }

  /** Whether it reads such a row. */
  boolean reads(List<String> columns) {
    return schema().features().stream().map(Schema.Feature::name).toList().equals(columns);
  }
}
