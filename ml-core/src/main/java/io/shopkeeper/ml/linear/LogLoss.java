package io.shopkeeper.ml.linear;

import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.kernel.Workers;
import java.util.Arrays;

/**
 * Σ weight·(−ln p of the true class) + l2/2·Σ w² of a linear model, and its gradient. Rows are
 * taken in blocks of fixed size whose sums are added in their order, so the number of threads
 * changes nothing.
 *
 * <p>Parameters: for each output the weights of a row's numbers and then a constant, which is not
 * penalised. Two classes have one output, the log-odds of the second; more have one each.
 */
final class LogLoss implements Lbfgs.Function {

  private static final int BLOCK = 8192;

  private final float[] rows;
  private final int width;
  private final int[] codes;
  private final float[] weights;
  private final int outputs;
  private final double l2;
  private final Workers workers = KernelBackends.current().workers();

  /**
   * @param rows codes.length × width
   * @param weights of each row
   */
  LogLoss(float[] rows, int width, int[] codes, int classes, float[] weights, double l2) {
    this.rows = rows;
    this.width = width;
    this.codes = codes;
    this.weights = weights;
    this.outputs = classes == 2 ? 1 : classes;
    this.l2 = l2;
  }

  /** How many. */
  int parameters() {
    return outputs * (width + 1);
  }

  /** How many rows. */
  int rows() {
    return codes.length;
  }

  /** The place of an output's constant among the parameters. */
  int constant(int output) {
    return output * (width + 1) + width;
  }

  @Override
  public double at(double[] x, double[] gradient) {
    float[] parameters = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      parameters[i] = (float) x[i];
    }
    int blocks = (codes.length + BLOCK - 1) / BLOCK;
    var sums = new Sums[blocks];
    workers.forEach(blocks, block -> sums[block] = block(parameters, block));
    Arrays.fill(gradient, 0);
    double value = 0;
    for (Sums sum : sums) {
      value += sum.value;
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] += sum.gradient[i];
      }
    }
    for (int i = 0; i < x.length; i++) {
      if (i % (width + 1) != width) {
        value += l2 / 2 * x[i] * x[i];
        gradient[i] += l2 * x[i];
      }
    }
    return value;
  }

  private static final class Sums {
    private double value;
    private final double[] gradient;

    Sums(int parameters) {
      gradient = new double[parameters];
    }
  }

  private Sums block(float[] parameters, int block) {
    var sums = new Sums(parameters.length);
    int begin = block * BLOCK;
    int end = Math.min(codes.length, begin + BLOCK);
    if (outputs == 1) {
      binary(parameters, begin, end, sums);
    } else {
      several(parameters, begin, end, sums);
    }
    return sums;
  }

  private void binary(float[] parameters, int begin, int end, Sums sums) {
    float[] slope = new float[width];
    double constants = 0;
    for (int row = begin; row < end; row++) {
      float weight = weights[row];
      double z = parameters[width] + dot(parameters, 0, rows, row * width, width);
      double signed = codes[row] == 1 ? -z : z;
      // ln(1 + e^s), without overflow.
      double e = Math.exp(-Math.abs(signed));
      sums.value += weight * (Math.max(signed, 0) + Math.log1p(e));
      double wrong = signed >= 0 ? 1 / (1 + e) : e / (1 + e);
      double residual = weight * (codes[row] == 1 ? -wrong : wrong);
      add(slope, 0, rows, row * width, width, (float) residual);
      constants += residual;
      if ((row - begin & 255) == 255 || row == end - 1) {
        drain(slope, sums.gradient, 0);
      }
    }
    sums.gradient[width] += constants;
  }

  /** Floats take short sums only. */
  private static void drain(float[] slope, double[] gradient, int at) {
    for (int i = 0; i < slope.length; i++) {
      gradient[at + i] += slope[i];
      slope[i] = 0;
    }
  }

  private void several(float[] parameters, int begin, int end, Sums sums) {
    double[] p = new double[outputs];
    float[][] slopes = new float[outputs][width];
    for (int row = begin; row < end; row++) {
      for (int output = 0; output < outputs; output++) {
        int at = output * (width + 1);
        p[output] = parameters[at + width] + dot(parameters, at, rows, row * width, width);
      }
      sums.value -= weights[row] * Softmax.logProbabilities(p, codes[row]);
      for (int output = 0; output < outputs; output++) {
        double residual = weights[row] * (p[output] - (codes[row] == output ? 1 : 0));
        add(slopes[output], 0, rows, row * width, width, (float) residual);
        sums.gradient[output * (width + 1) + width] += residual;
        if ((row - begin & 255) == 255 || row == end - 1) {
          drain(slopes[output], sums.gradient, output * (width + 1));
        }
      }
    }
  }

  /** Four sums at once: one alone waits for each addition. */
  static float dot(float[] a, int atA, float[] b, int atB, int n) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    int i = 0;
    for (; i + 3 < n; i += 4) {
      s0 += a[atA + i] * b[atB + i];
      s1 += a[atA + i + 1] * b[atB + i + 1];
      s2 += a[atA + i + 2] * b[atB + i + 2];
      s3 += a[atA + i + 3] * b[atB + i + 3];
    }
    for (; i < n; i++) {
      s0 += a[atA + i] * b[atB + i];
    }
    return (s0 + s1) + (s2 + s3);
  }

  private static void add(float[] to, int at, float[] from, int begin, int n, float times) {
    for (int i = 0; i < n; i++) {
      to[at + i] += times * from[begin + i];
    }
  }
}
