package io.shopkeeper.ml.tuning;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** The state of a Bayesian search. */
final class GuidedSearch {

  private static final int ANYWHERE = 1500;
  private static final int NEAR = 250;
  private static final int NEAR_TO = 3;
  private static final double[] RADII = {0.02, 0.08, 0.25};

  /** The best of these inform the process: its cost is the cube of their number. */
  private static final int MOST_INFORMING = 200;

  private final SearchSpace<?> space;
  private final SplittableRandom random;
  private final Deque<double[]> spread;
  private final List<Known> trials = new ArrayList<>();
  private final ProcessFit fit = new ProcessFit();

  private record Known(double[] point, double[] features, double loss) {}

  GuidedSearch(SearchSpace<?> space, SplittableRandom random) {
    this.space = space;
    this.random = random;
    this.spread = latinHypercube(Math.clamp(2L * space.width() + 2, 4, 12));
  }

  /** So many points of which each has its own part of every dimension (McKay and others, 1979). */
  private Deque<double[]> latinHypercube(int count) {
    double[][] points = new double[count][space.width()];
    for (int d = 0; d < space.width(); d++) {
      int[] order = IntStream.range(0, count).toArray();
      for (int i = count - 1; i >= 0; i--) {
        int other = random.nextInt(i + 1);
        int taken = order[other];
        order[other] = order[i];
        points[i][d] = (taken + random.nextDouble()) / count;
      }
    }
    return new ArrayDeque<>(Arrays.asList(points));
  }

  void add(double[] point, double loss) {
    trials.add(new Known(point, space.features(point), loss));
  }

  double[] next() {
    if (!spread.isEmpty()) {
      return spread.poll();
    }
    List<Known> best = sorted();
    if (best.isEmpty() || space.width() == 0) {
      return space.random(random);
    }
    double[][] x = best.stream().map(Known::features).toArray(double[][]::new);
    GaussianProcess process = fit.fit(x, standardised(best));
    return process == null ? space.random(random) : mostPromising(process, best);
  }

  private List<Known> sorted() {
    List<Known> sorted =
        trials.stream()
            .sorted(Comparator.comparingDouble(Known::loss))
            .limit(MOST_INFORMING)
            .toList();
    return sorted.isEmpty() || sorted.getFirst().loss() == Double.POSITIVE_INFINITY
        ? List.of()
        : sorted;
  }

  /**
   * Losses of mean 0 and deviation 1. Failures and what lies far above most count as the upper
   * fence of J. Tukey (Q₃ + 1.5·(Q₃ − Q₁)), so that they do not make all the others look alike.
   */
  private static double[] standardised(List<Known> best) {
    double[] finite =
        best.stream().mapToDouble(Known::loss).filter(Double::isFinite).sorted().toArray();
    double low = finite[finite.length / 4];
    double high = finite[(int) Math.min(finite.length - 1, 3L * finite.length / 4)];
    double fence =
        high > low
            ? Math.min(high + 1.5 * (high - low), finite[finite.length - 1])
            : finite[finite.length - 1];
    double[] losses = best.stream().mapToDouble(one -> Math.min(one.loss(), fence)).toArray();
    double mean = Arrays.stream(losses).average().orElse(0);
    double deviation =
        Math.sqrt(Arrays.stream(losses).map(v -> (v - mean) * (v - mean)).average().orElse(0));
    return Arrays.stream(losses).map(v -> (v - mean) / Math.max(deviation, 1e-12)).toArray();
  }

  private double[] mostPromising(GaussianProcess process, List<Known> best) {
    // Scores are noisy: what the process believes of the trials, not the luckiest of them.
    double target =
        best.stream().mapToDouble(one -> process.at(one.features()).mean()).min().orElse(0);
    double[] chosen = null;
    double greatest = -1;
    for (int i = 0; i < ANYWHERE + NEAR_TO * NEAR; i++) {
      double[] point =
          i < ANYWHERE
              ? space.random(random)
              : near(best.get((i - ANYWHERE) / NEAR % best.size()).point());
      double improvement = Improvement.expected(process.at(space.features(point)), target);
      if (improvement > greatest) {
        greatest = improvement;
        chosen = point;
      }
    }
    return chosen;
  }

  private double[] near(double[] point) {
    double radius = RADII[random.nextInt(RADII.length)];
    double[] moved = point.clone();
    for (int d = 0; d < moved.length; d++) {
      boolean choice = space.dimensions().get(d).isChoice();
      if (choice && random.nextInt(5) == 0) {
        moved[d] = random.nextDouble();
      } else if (!choice) {
        moved[d] = Math.clamp(moved[d] + radius * random.nextGaussian(), 0.0, Math.nextDown(1.0));
      }
    }
    return moved;
  }
}
