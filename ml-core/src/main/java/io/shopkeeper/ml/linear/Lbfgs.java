package io.shopkeeper.ml.linear;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Finds the least value of a smooth function plus Σ l1_i·|x_i|: L-BFGS with a backtracking search
 * (Nocedal and Wright: Numerical Optimization, algorithm 7.5), and where there is an l1 the
 * orthant-wise variant (Andrew and Gao: Scalable Training of L1-Regularized Log-Linear Models, ICML
 * 2007). For one thread; the same input gives the same result. Where the function is not convex,
 * what is found is least near where it began.
 */
public final class Lbfgs {

  private static final int MEMORY = 10;
  private static final double SUFFICIENT = 1e-4;
  private static final int MOST_HALVINGS = 40;

  private final Function function;
  private final double[] l1;
  private final int iterations;
  private final double tolerance;

  /**
   * @param l1 of each coordinate, 0 or more; empty for none
   * @param iterations at most so many
   * @param tolerance ends where the greatest part of the gradient is so small beside the value
   */
  public Lbfgs(Function function, double[] l1, int iterations, double tolerance) {
    this.function = function;
    this.l1 = l1;
    this.iterations = iterations;
    this.tolerance = tolerance;
  }

  /** The smooth part. */
  public interface Function {

    /**
     * Its value.
     *
     * @param gradient written
     */
    double at(double[] x, double[] gradient);
  }

  /**
   * What came of it.
   *
   * @param x where it is least
   * @param value at the end, with the l1 part
   * @param iterations that were done
   */
  public record Result(double[] x, double value, int iterations) {}

  /**
   * Minimises.
   *
   * @param from where to begin
   * @param hears the number of each finished iteration
   */
  public Result minimise(double[] from, IntConsumer hears) {
    int n = from.length;
    double[] x = from.clone();
    double[] gradient = new double[n];
    double value = function.at(x, gradient) + penalty(x);
    var memory = new Pairs(n);
    int done = 0;
    while (done < iterations) {
      double[] steepest = pseudoGradient(x, gradient);
      if (!(greatest(steepest) > tolerance * Math.max(1, Math.abs(value)))) {
        break;
      }
      double[] direction = memory.direction(steepest);
      keepDescending(direction, steepest);
      Step step = search(x, value, steepest, direction, memory.isEmpty());
      if (step == null) {
        break;
      }
      memory.add(difference(step.x, x), difference(step.gradient, gradient));
      double before = value;
      x = step.x;
      gradient = step.gradient;
      value = step.value;
      hears.accept(++done);
      if (before - value <= tolerance * 1e-3 * Math.max(1, Math.abs(value))) {
        break;
      }
    }
    return new Result(x, value, done);
  }

  private record Step(double[] x, double value, double[] gradient) {}

  private Step search(
      double[] x, double value, double[] steepest, double[] direction, boolean first) {
    double slope = 0;
    double length = 0;
    for (int i = 0; i < x.length; i++) {
      slope += steepest[i] * direction[i];
      length += direction[i] * direction[i];
    }
    if (!(slope < 0)) {
      return null;
    }
    double rate = first ? Math.min(1, 1 / Math.sqrt(length)) : 1;
    double[] gradient = new double[x.length];
    for (int halving = 0; halving < MOST_HALVINGS; halving++, rate /= 2) {
      double[] next = moved(x, steepest, direction, rate);
      double there = function.at(next, gradient) + penalty(next);
      if (there <= value + SUFFICIENT * rate * slope) {
        return new Step(next, there, gradient);
      }
    }
    return null;
  }

  /** A step; with an l1, coordinates stop where they would change their sign. */
  private double[] moved(double[] x, double[] steepest, double[] direction, double rate) {
    double[] next = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      next[i] = x[i] + rate * direction[i];
      if (weight(i) > 0) {
        double orthant = x[i] == 0 ? -Math.signum(steepest[i]) : Math.signum(x[i]);
        next[i] = next[i] * orthant > 0 ? next[i] : 0;
      }
    }
    return next;
  }

  /** Where the gradient is not unique, at 0, that of least length. */
  private double[] pseudoGradient(double[] x, double[] gradient) {
    if (l1.length == 0) {
      return gradient;
    }
    double[] pseudo = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double weight = weight(i);
      double left = gradient[i] - weight;
      double right = gradient[i] + weight;
      if (x[i] != 0) {
        pseudo[i] = x[i] > 0 ? right : left;
      } else {
        pseudo[i] = right < 0 ? right : left > 0 ? left : 0;
      }
    }
    return pseudo;
  }

  private void keepDescending(double[] direction, double[] steepest) {
    for (int i = 0; i < direction.length; i++) {
      if (weight(i) > 0 && direction[i] * steepest[i] >= 0) {
        direction[i] = 0;
      }
    }
  }

  private double weight(int i) {
    return l1.length == 0 ? 0 : l1[i];
  }

  private double penalty(double[] x) {
    double sum = 0;
    for (int i = 0; i < l1.length; i++) {
      sum += l1[i] * Math.abs(x[i]);
    }
    return sum;
  }

  private static double greatest(double[] values) {
    return Arrays.stream(values).map(Math::abs).max().orElse(0);
  }

  private static double[] difference(double[] a, double[] b) {
    double[] difference = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      difference[i] = a[i] - b[i];
    }
    return difference;
  }

  /** The last steps and what they did to the gradient. */
  private static final class Pairs {
    private final int n;
    private final double[][] steps = new double[MEMORY][];
    private final double[][] changes = new double[MEMORY][];
    private final double[] products = new double[MEMORY];
    private int count;

    Pairs(int n) {
      this.n = n;
    }

    boolean isEmpty() {
      return count == 0;
    }

    void add(double[] step, double[] change) {
      double product = dot(step, change);
      if (product > 1e-12 * dot(change, change)) {
        int place = count++ % MEMORY;
        steps[place] = step;
        changes[place] = change;
        products[place] = product;
      }
    }

    /** −H·g by the two loops. */
    double[] direction(double[] g) {
      double[] q = g.clone();
      double[] alphas = new double[MEMORY];
      int oldest = Math.max(0, count - MEMORY);
      for (int i = count - 1; i >= oldest; i--) {
        int place = i % MEMORY;
        alphas[place] = dot(steps[place], q) / products[place];
        add(q, changes[place], -alphas[place]);
      }
      if (count > 0) {
        int last = (count - 1) % MEMORY;
        scale(q, products[last] / dot(changes[last], changes[last]));
      }
      for (int i = oldest; i < count; i++) {
        int place = i % MEMORY;
        add(q, steps[place], alphas[place] - dot(changes[place], q) / products[place]);
      }
      scale(q, -1);
      return q;
    }

    private double dot(double[] a, double[] b) {
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum += a[i] * b[i];
      }
      return sum;
    }

    private void add(double[] to, double[] what, double times) {
      for (int i = 0; i < n; i++) {
        to[i] += times * what[i];
      }
    }

    private void scale(double[] values, double by) {
      for (int i = 0; i < n; i++) {
        values[i] *= by;
      }
    }
  }
}
