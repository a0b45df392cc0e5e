package io.shopkeeper.ml.neural.train;

import io.shopkeeper.ml.kernel.Workers;
import io.shopkeeper.ml.neural.layer.Parameter;
import io.shopkeeper.ml.neural.optimiser.Optimiser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Puts the gradients of all replicas together and moves the parameters, in ranges that several
 * threads share. The replicas are added in their order, so the threads change nothing.
 */
public final class Steps {

  private static final int RANGE = 1 << 14;

  /** What statistics keep of themselves at each step. */
  private static final float KEPT = 0.9f;

  private final float[] values;
  private final float[][] gradients;
  private final Optimiser optimiser;
  private final Plan plan;
  private final Workers workers;
  private final List<Range> ranges = new ArrayList<>();
  private final double[] squares;

  private record Range(Parameter.Role role, int from, int to) {}

  /**
   * Gets ready.
   *
   * @param parameters what the values are, in their order
   * @param gradients of each replica
   */
  public Steps(
      float[] values,
      List<Parameter> parameters,
      List<float[]> gradients,
      Plan plan,
      Workers workers) {
    this.values = values;
    this.gradients = gradients.toArray(float[][]::new);
    this.plan = plan;
    this.workers = values.length > 2 * RANGE ? workers : Workers.callerOnly();
    this.optimiser = plan.method().over(values.length);
    int at = 0;
    for (Parameter parameter : parameters) {
      for (int from = 0; from < parameter.length(); from += RANGE) {
        int to = Math.min(parameter.length(), from + RANGE);
        ranges.add(new Range(parameter.role(), at + from, at + to));
      }
      at += parameter.length();
    }
    this.squares = new double[ranges.size()];
  }

  /** Takes a step; all gradients are 0 after it. */
  public void step(float rate) {
    optimiser.begin();
    if (plan.clip() <= 0) {
      workers.forEach(
          ranges.size(),
          i -> {
            gather(ranges.get(i));
            move(ranges.get(i), rate, 1);
          });
      return;
    }
    workers.forEach(
        ranges.size(),
        i -> {
          gather(ranges.get(i));
          squares[i] = squares(ranges.get(i));
        });
    double length = Math.sqrt(Arrays.stream(squares).sum());
    float shorter = length > plan.clip() ? (float) (plan.clip() / length) : 1;
    workers.forEach(ranges.size(), i -> move(ranges.get(i), rate, shorter));
  }

  private void gather(Range range) {
    float[] sum = gradients[0];
    for (int r = 1; r < gradients.length; r++) {
      float[] part = gradients[r];
      for (int i = range.from; i < range.to; i++) {
        sum[i] += part[i];
      }
      Arrays.fill(part, range.from, range.to, 0);
    }
  }

  private double squares(Range range) {
    if (range.role == Parameter.Role.STATISTIC) {
      return 0;
    }
    double sum = 0;
    for (int i = range.from; i < range.to; i++) {
      sum += (double) gradients[0][i] * gradients[0][i];
    }
    return sum;
  }

  private void move(Range range, float rate, float shorter) {
    float[] gradient = gradients[0];
    if (range.role == Parameter.Role.STATISTIC) {
      for (int i = range.from; i < range.to; i++) {
        values[i] = KEPT * values[i] + (1 - KEPT) * gradient[i];
      }
    } else {
      for (int i = range.from; shorter < 1 && i < range.to; i++) {
        gradient[i] *= shorter;
      }
      float decay = range.role == Parameter.Role.WEIGHT ? (float) plan.decay() : 0;
      optimiser.step(values, gradient, range.from, range.to, rate, decay);
    }
    Arrays.fill(gradient, range.from, range.to, 0);
  }
}
