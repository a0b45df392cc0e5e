package io.shopkeeper.ml.tree.boost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SamplingTest {

  private static final int[] ALL = IntStream.range(0, 20_001).map(i -> 2 * i).toArray();

  @Test
  void drawsRowsInTheirShareAndOrder() {
    var sampling = new Sampling(1);
    int[] first = sampling.rows(ALL, 0.3);
    int[] second = sampling.rows(ALL, 0.3);
    assertThat(first.length).isBetween(5700, 6300);
    assertThat(first).isSorted().doesNotHaveDuplicates().isNotEqualTo(second);
    int[] rest = ScoreUpdate.without(ALL, first);
    assertThat(rest).isSorted().hasSize(ALL.length - first.length);
    int[] both = IntStream.concat(IntStream.of(first), IntStream.of(rest)).sorted().toArray();
    assertThat(both).isEqualTo(ALL);
    assertThat(sampling.rows(ALL, 1)).isSameAs(ALL);
    assertThat(sampling.rows(new int[] {7}, 0.01)).containsExactly(7);
  }

  @Test
  void drawsFeaturesInTheirShareAndOrder() {
    var sampling = new Sampling(1);
    int[] counts = new int[10];
    for (int i = 0; i < 1000; i++) {
      int[] features = sampling.features(10, 0.25);
      assertThat(features).hasSize(3).isSorted().doesNotHaveDuplicates();
      for (int feature : features) {
        counts[feature]++;
      }
    }
    assertThat(Arrays.stream(counts).min().orElseThrow()).isGreaterThan(230);
    assertThat(sampling.features(10, 1)).hasSize(10);
    assertThat(sampling.features(0, 0.5)).isEmpty();
  }

  @Test
  void holdsOutEachClassInItsShareAndEachRowOnce() {
    int[] groups = IntStream.range(0, 1000).map(i -> i % 50 == 0 ? 1 : 0).toArray();
    HoldOut held = HoldOut.of(groups, 10, 3);
    int[] times = new int[1000];
    for (int part = 0; part < 10; part++) {
      int[] validation = held.validation(part);
      assertThat(validation).hasSize(100).isSorted();
      assertThat(IntStream.of(validation).map(row -> groups[row]).sum()).isEqualTo(2);
      assertThat(held.training(part)).hasSize(900).doesNotContain(validation);
      IntStream.of(validation).forEach(row -> times[row]++);
    }
    assertThat(times).containsOnly(1);
  }

  @Test
  void endsAfterItsPatience() {
    var stopping = new EarlyStopping(3);
    double[] losses = {5, 4, 4.5, 4.1, 3, 3, 3, 3};
    int step = 0;
    while (!stopping.ends(step, losses[step])) {
      step++;
    }
    assertThat(step).isEqualTo(7);
    assertThat(stopping.bestStep()).isEqualTo(4);
  }
}
