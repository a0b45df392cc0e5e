package io.shopkeeper.ml.diversity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MaximalMarginalRelevanceTest {

  /** By hand: after a, its twin b is worth ½·0.9 − ½·1, the strange c ½·0.5. */
  @Test
  void twinsAreNotBothShown() {
    Likeness likeness = (a, b) -> a == b || a + b == 1 ? 1 : 0;
    float[] scores = {1, 0.9f, 0.5f};
    assertThat(MaximalMarginalRelevance.choose(scores, likeness, 2, 0.5)).containsExactly(0, 2);
    assertThat(MaximalMarginalRelevance.choose(scores, likeness, 2, 1)).containsExactly(0, 1);
    assertThat(MaximalMarginalRelevance.choose(scores, likeness, 0, 0.5)).isEmpty();
    assertThat(MaximalMarginalRelevance.choose(new float[0], likeness, 3, 0.5)).isEmpty();
  }

  @Property(tries = 200, seed = "7")
  void everyStepIsTheBestOfAll(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 8) int candidates,
      @ForAll @IntRange(min = 1, max = 10) int length,
      @ForAll @DoubleRange(max = 1) double lambda) {
    Alike alike = Alike.of(seed, candidates, 3);
    int[] chosen = MaximalMarginalRelevance.choose(alike.scores(), alike, length, lambda);
    assertThat(chosen).hasSize(Math.min(length, candidates)).doesNotHaveDuplicates();
    List<Integer> list = new ArrayList<>();
    for (int next : chosen) {
      double its = value(alike, list, next, lambda);
      for (int other = 0; other < candidates; other++) {
        if (!list.contains(other)) {
          assertThat(value(alike, list, other, lambda)).isLessThanOrEqualTo(its + 1e-12);
        }
      }
      list.add(next);
    }
  }

  private static double value(Alike alike, List<Integer> list, int candidate, double lambda) {
    double nearest = list.stream().mapToDouble(had -> alike.of(had, candidate)).max().orElse(0);
    return lambda * alike.scores()[candidate] - (1 - lambda) * nearest;
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    Likeness none = (a, b) -> 0;
    assertThatThrownBy(() -> MaximalMarginalRelevance.choose(new float[1], none, 1, 1.1))
        .hasMessageContaining("lambda must be 0 to 1");
    assertThatThrownBy(() -> MaximalMarginalRelevance.choose(new float[1], none, -1, 1))
        .hasMessageContaining("length must be 0 or more");
    assertThatThrownBy(
            () -> MaximalMarginalRelevance.choose(new float[] {1, Float.NaN}, none, 1, 1))
        .hasMessageContaining("candidate 1 is NaN");
    float[] endless = {Float.POSITIVE_INFINITY};
    assertThatThrownBy(() -> MaximalMarginalRelevance.choose(endless, none, 1, 1))
        .hasMessageContaining("candidate 0 is Infinity");
  }
}
