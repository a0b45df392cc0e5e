package io.shopkeeper.ml.tuning;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * One race of successive halving: all are tried with little, the best part of them with more, until
 * few are tried with all.
 */
final class Bracket implements Search {

  private final int factor;
  private final Deque<Candidate> waiting;
  private final List<Ranked> rung = new ArrayList<>();

  private record Ranked(Candidate candidate, double loss) {}

  /**
   * @param points the first rung, not empty
   * @param share of the resource in the first rung
   * @param factor one in so many goes on, with so many times the resource
   */
  Bracket(List<double[]> points, double share, int factor) {
    this.factor = factor;
    waiting = new ArrayDeque<>(points.stream().map(point -> new Candidate(point, share)).toList());
  }

  @Override
  public Optional<Candidate> next() {
    return Optional.ofNullable(waiting.poll());
  }

  @Override
  public void told(Candidate candidate, double loss) {
    rung.add(new Ranked(candidate, loss));
    if (!waiting.isEmpty()) {
      return;
    }
    double share = candidate.share() * factor;
    if (candidate.share() < 1) {
      // Who failed goes on in no case; at least one other does.
      rung.stream()
          .filter(one -> one.loss() < Double.POSITIVE_INFINITY)
          .sorted(Comparator.comparingDouble(Ranked::loss))
          .limit(Math.max(1, rung.size() / factor))
          .forEach(one -> waiting.add(new Candidate(one.candidate().point(), full(share))));
    }
    rung.clear();
  }

  /** What lacks only a rounding of the whole is the whole. */
  private static double full(double share) {
    return share > 1 - 1e-9 ? 1 : share;
  }
}
