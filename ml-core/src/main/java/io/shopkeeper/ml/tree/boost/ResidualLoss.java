package io.shopkeeper.ml.tree.boost;

import java.util.Arrays;

/** Losses of a number that depend on the difference between target and score only. */
public final class ResidualLoss implements Loss {

  /** How differences count. */
  public enum Kind {
    /** Half the square. */
    SQUARED,
    /** Half the square of small ones, large ones by their size: P. Huber, 1964. */
    HUBER,
    /** The check function of a quantile: R. Koenker and G. Bassett, 1978. */
    QUANTILE
  }

  private static final double USUAL = 1.4826;
  private static final double EFFICIENT = 1.345;

  private final Kind kind;
  private final float[] target;
  private final float[] weights;
  private final double quantile;
  private final float bend;

  /**
   * @param weights of rows
   * @param quantile that is to be predicted, where the kind is that
   */
  public ResidualLoss(Kind kind, float[] target, float[] weights, double quantile) {
    this.kind = kind;
    this.target = target;
    this.weights = weights;
    this.quantile = quantile;
    this.bend = kind == Kind.HUBER ? bend(target) : Float.MAX_VALUE;
  }

  /** Differences are large from 1.345 standard deviations on, as the median deviation has them. */
  private static float bend(float[] target) {
    float middle = quantile(target.clone(), 0.5);
    float[] deviations = new float[target.length];
    for (int row = 0; row < target.length; row++) {
      deviations[row] = Math.abs(target[row] - middle);
    }
    double deviation = quantile(deviations, 0.5);
    return deviation > 0 ? (float) (EFFICIENT * USUAL * deviation) : 1;
  }

  /** By rank; the array is sorted. */
  static float quantile(float[] values, double share) {
    Arrays.sort(values);
    return values[(int) Math.min(values.length - 1.0, Math.floor(share * values.length))];
  }

  @Override
  public double[] start(int[] rows) {
    if (kind == Kind.SQUARED) {
      double sum = 0;
      double all = 0;
      for (int row : rows) {
        sum += (double) weights[row] * target[row];
        all += weights[row];
      }
      return new double[] {all > 0 ? sum / all : 0};
    }
    float[] values = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      values[i] = target[rows[i]];
    }
    return new double[] {quantile(values, kind == Kind.HUBER ? 0.5 : quantile)};
  }

  @Override
  public void slopes(float[][] scores, float[][] gradients, float[][] hessians, int from, int to) {
    float[] score = scores[0];
    float[] gradient = gradients[0];
    float[] hessian = hessians[0];
    float above = (float) quantile;
    for (int row = from; row < to; row++) {
      float rest = target[row] - score[row];
      float slope =
          kind == Kind.QUANTILE ? (rest > 0 ? -above : 1 - above) : -Math.clamp(rest, -bend, bend);
      gradient[row] = weights[row] * slope;
      hessian[row] = weights[row];
    }
  }

  @Override
  public double loss(float[][] scores, int row) {
    double rest = target[row] - scores[0][row];
    double size = Math.abs(rest);
    double loss =
        switch (kind) {
          case SQUARED -> 0.5 * rest * rest;
          case HUBER -> size <= bend ? 0.5 * rest * rest : bend * (size - 0.5 * bend);
          case QUANTILE -> rest > 0 ? quantile * rest : (quantile - 1) * rest;
        };
    return weights[row] * loss;
  }

  @Override
  public double weight(int row) {
    return weights[row];
  }

  @Override
  public double leafQuantile() {
    return kind == Kind.QUANTILE ? quantile : Double.NaN;
  }

  @Override
  public double rest(float[][] scores, int row) {
    return (double) target[row] - scores[0][row];
  }
}
