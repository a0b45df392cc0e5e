package io.shopkeeper.ml.linear;

import io.shopkeeper.ml.algorithm.StoredForm;
import io.shopkeeper.ml.table.encode.SparseRow;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Learns a logistic model, of more than two classes a softmax model, from one row after the other:
 * FTRL-proximal with a learning rate for each coordinate (H. B. McMahan and others, "Ad Click
 * Prediction: a View from the Trenches", KDD 2013, algorithm 1). What it has learnt is two numbers
 * for each weight, z and n; the weight follows from them when a row needs it, and is 0 where |z| is
 * at most l1. The constant is not penalised. The cost of a row is that of its numbers which are not
 * 0. For one thread.
 *
 * <pre>{@code
 * var words = new HashedWords(18);
 * var learner = new FtrlLearner(FtrlRates.STANDARD, words.width(), 2);
 * words.add("query", "red shoes", 1, row);
 * learner.learn(row, clicked ? 1 : 0, 1);
 * }</pre>
 */
public final class FtrlLearner {

  private static final String STORED = "ftrl-learner";
  private static final int FORMAT = 1;

  private final FtrlRates rates;
  private final int width;
  private final int classes;
  private final double[] z;
  private final double[] n;
  private final double[] p;

  /**
   * Knows nothing: all classes are equally probable.
   *
   * @param width numbers of a row
   * @param classes 2 or more
   */
  public FtrlLearner(FtrlRates rates, int width, int classes) {
    this(rates, width, classes, new double[size(width, classes)], new double[size(width, classes)]);
  }

  private FtrlLearner(FtrlRates rates, int width, int classes, double[] z, double[] n) {
    this.rates = rates;
    this.width = width;
    this.classes = classes;
    this.z = z;
    this.n = n;
    this.p = new double[outputs(classes)];
  }

  private static int size(int width, int classes) {
    if (width < 0 || classes < 2) {
      throw new IllegalArgumentException(
          "a learner needs 0 numbers or more and 2 classes or more, but they are %d and %d"
              .formatted(width, classes));
    }
    return Math.multiplyExact(width + 1, outputs(classes));
  }

  private static int outputs(int classes) {
    return classes == 2 ? 1 : classes;
  }

  /** Numbers of a row. */
  public int width() {
    return width;
  }

  /** How many. */
  public int classes() {
    return classes;
  }

  /**
   * Learns from a row.
   *
   * @param code the row's class, from 0
   * @param weight how much the row counts, 0 or more
   * @return its loss before it was learnt from, −ln of the probability of the class: the mean over
   *     new rows is an honest measure of the learner
   * @throws IllegalArgumentException if the class is unknown or a place of the row is
   */
  public double learn(SparseRow row, int code, double weight) {
    if (code < 0 || code >= classes || !(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "a class must be from 0 to %d and a weight finite, 0 or more, but they are %d and %s"
              .formatted(classes - 1, code, weight));
    }
    double loss = probabilities(row, code);
    for (int output = 0; output < p.length; output++) {
      boolean hit = classes == 2 ? code == 1 : code == output;
      double slope = weight * (p[output] - (hit ? 1 : 0));
      int at = output * (width + 1);
      for (int i = 0; i < row.size(); i++) {
        int place = at + row.place(i);
        update(place, slope * row.value(i), rates.weight(z[place], n[place]));
      }
      update(at + width, slope, rates.constant(z[at + width], n[at + width]));
    }
    return loss;
  }

  private void update(int place, double slope, double weight) {
    double sum = n[place] + slope * slope;
    double sigma = (Math.sqrt(sum) - Math.sqrt(n[place])) / rates.alpha();
    z[place] += slope - sigma * weight;
    n[place] = sum;
  }

  /** Writes the probabilities of the outputs; gives the loss of a class. */
  private double probabilities(SparseRow row, int code) {
    for (int output = 0; output < p.length; output++) {
      p[output] = score(row, output);
    }
    return Outputs.probabilities(p, code);
  }

  private double score(SparseRow row, int output) {
    int at = output * (width + 1);
    double sum = rates.constant(z[at + width], n[at + width]);
    for (int i = 0; i < row.size(); i++) {
      if (row.place(i) >= width) {
        throw new IllegalArgumentException(
            "rows have %,d numbers, but one stands at place %,d".formatted(width, row.place(i)));
      }
      int place = at + row.place(i);
      sum += row.value(i) * rates.weight(z[place], n[place]);
    }
    return sum;
  }

  /**
   * The probability of each class.
   *
   * @param probabilities written
   */
  public void predict(SparseRow row, double[] probabilities) {
    probabilities(row, 0);
    if (classes == 2) {
      probabilities[0] = 1 - p[0];
      probabilities[1] = p[0];
    } else {
      System.arraycopy(p, 0, probabilities, 0, classes);
    }
  }

  /** Weights that are not 0, without the constants. */
  public int used() {
    int used = 0;
    for (int i = 0; i < z.length; i++) {
      used += i % (width + 1) < width && rates.weight(z[i], n[i]) != 0 ? 1 : 0;
    }
    return used;
  }

  /** For each output the weights and then the constant. */
  float[] parameters() {
    float[] parameters = new float[z.length];
    for (int i = 0; i < z.length; i++) {
      boolean constant = i % (width + 1) == width;
      parameters[i] = (float) (constant ? rates.constant(z[i], n[i]) : rates.weight(z[i], n[i]));
    }
    return parameters;
  }

  /** Another one that goes on from here. */
  FtrlLearner copy() {
    return new FtrlLearner(rates, width, classes, z.clone(), n.clone());
  }

  /** Stores all that it has learnt. */
  public void write(DataOutput out) throws IOException {
    StoredForm.writeHeader(out, STORED, FORMAT);
    out.writeDouble(rates.alpha());
    out.writeDouble(rates.beta());
    out.writeDouble(rates.l1());
    out.writeDouble(rates.l2());
    out.writeInt(width);
    out.writeInt(classes);
    StoredForm.write(out, z);
    StoredForm.write(out, n);
  }

  /**
   * Reads a stored one, which goes on where it stopped.
   *
   * @throws IOException if it is damaged or of a later format
   */
  public static FtrlLearner read(DataInput in) throws IOException {
    StoredForm.readHeader(in, STORED, FORMAT);
    FtrlRates rates = FtrlRates.read(in);
    int width = in.readInt();
    int classes = in.readInt();
    double[] z = StoredForm.readDoubles(in);
    double[] n = StoredForm.readDoubles(in);
    boolean sound =
        width >= 0
            && classes >= 2
            && z.length == n.length
            && z.length == (width + 1L) * outputs(classes);
    if (!sound) {
      throw new IOException(
          "damaged: %d and %d numbers of a learner of %d".formatted(z.length, n.length, width));
    }
    return new FtrlLearner(rates, width, classes, z, n);
  }
}
