package io.shopkeeper.ml.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class HoldoutTest {

  static void isPartition(Fold fold, int rows) {
    assertThat(IntStream.concat(Arrays.stream(fold.train()), Arrays.stream(fold.test())).sorted())
        .containsExactlyElementsOf(IntStream.range(0, rows).boxed().toList());
    assertThat(fold.train()).isSorted();
    assertThat(fold.test()).isSorted();
  }

  private static int[] codes(int rows, int kinds, long seed) {
    return new SplittableRandom(seed).ints(rows, 0, kinds).toArray();
  }

  @Property(tries = 60, seed = "1")
  void partsAreWholeAndOfTheShare(
      @ForAll @IntRange(max = 300) int rows,
      @ForAll @DoubleRange(min = 0.01, max = 0.99) double share,
      @ForAll long seed) {
    Fold random = Holdout.random(rows, share, seed);
    isPartition(random, rows);
    assertThat(random.test()).hasSize((int) Math.round(share * rows));
    assertThat(Holdout.random(rows, share, seed).test()).containsExactly(random.test());

    int[] classes = codes(rows, 4, seed);
    Fold stratified = Holdout.stratified(classes, share, seed);
    isPartition(stratified, rows);
    assertThat(stratified.test()).hasSize((int) Math.round(share * rows));
    for (int code = 0; code < 4; code++) {
      int wanted = code;
      long held = Arrays.stream(stratified.test()).filter(row -> classes[row] == wanted).count();
      long all = Arrays.stream(classes).filter(found -> found == wanted).count();
      assertThat(Math.abs(held - share * all)).isLessThanOrEqualTo(1);
    }
  }

  @Property(tries = 60, seed = "2")
  void groupsStayWhole(
      @ForAll @IntRange(max = 300) int rows,
      @ForAll @DoubleRange(min = 0.01, max = 0.99) double share,
      @ForAll long seed) {
    int[] groups = codes(rows, 30, seed);
    Fold fold = Holdout.grouped(groups, share, seed);
    isPartition(fold, rows);
    List<Integer> learnt = Arrays.stream(fold.train()).map(row -> groups[row]).boxed().toList();
    assertThat(Arrays.stream(fold.test())).allMatch(row -> !learnt.contains(groups[row]));
    assertThat(Math.abs(fold.test().length - share * rows)).isLessThanOrEqualTo(20);
  }

  @Test
  void theLatestAreHeldOut() {
    Fold fold = Holdout.latest(new long[] {5, 1, 9, 5, 2}, 0.4);
    assertThat(fold.test()).containsExactly(2, 3);
    isPartition(fold, 5);
  }

  @Test
  void theLastOfEachAreHeldOutWhereSomethingIsLeft() {
    int[] groups = {7, 7, 7, 3, 9, 9, 9};
    long[] times = {1, 3, 2, 1, 4, 4, 4};
    assertThat(Holdout.lastOfEach(groups, times, 1).test()).containsExactly(1, 6);
    assertThat(Holdout.lastOfEach(groups, times, 2).test()).containsExactly(1, 2, 5, 6);
    assertThat(Holdout.lastOfEach(groups, times, 3).test()).isEmpty();
    isPartition(Holdout.lastOfEach(groups, times, 2), 7);
  }

  /** The counts that are published with the rule. */
  @Test
  void theRuleMarksTheRowsOfThePeers() {
    assertThat(Holdout.rule(100_000, 10).test()).hasSize(9_845);
    assertThat(Holdout.rule(12_330, 20).test()).hasSize(2_519);
    assertThat(Holdout.rule(30_189, 20).test()).hasSize(6_125);
    isPartition(Holdout.rule(500, 20), 500);
  }

  /** The numbers of the generator, by the formula of its authors instead of its class. */
  @Test
  void theRuleIsTheOneWrittenDown() {
    int[] expected =
        IntStream.range(0, 1000)
            .filter(
                row -> {
                  long z = 42 + (row + 1) * 0x9E3779B97F4A7C15L;
                  z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
                  z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
                  return Long.remainderUnsigned(z ^ (z >>> 31), 100) < 37;
                })
            .toArray();
    assertThat(Holdout.rule(1000, 37).test()).containsExactly(expected);
  }

  @Test
  void wrongSharesAreRefused() {
    assertThatThrownBy(() -> Holdout.random(10, 1, 1)).hasMessageContaining("between 0 and 1");
    assertThatThrownBy(() -> Holdout.latest(new long[3], 0)).hasMessageContaining("between 0 and");
    assertThatThrownBy(() -> Holdout.rule(10, 100)).hasMessageContaining("from 1 to 99");
    assertThatThrownBy(() -> Holdout.lastOfEach(new int[2], new long[3], 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void groupsThatBeganLastAreHeldOutWhole() {
    // Of four groups 7 began first and still runs when 9, the last to begin, begins; 8 and 5 ended.
    int[] groups = {7, 8, 5, 9, 8, 7, 9, 5};
    long[] times = {0, 1, 2, 50, 3, 60, 70, 49};
    Fold fold = Holdout.latestGroups(groups, times, 0.25);
    assertThat(fold.test()).containsExactly(3, 6);
    assertThat(fold.train()).containsExactly(1, 2, 4, 7);
    assertThatThrownBy(() -> Holdout.latestGroups(groups, new long[3], 0.25))
        .hasMessage("8 groups, 3 times");
  }

  @Property(tries = 60, seed = "5")
  void nothingIsLearntFromAfterTheFirstHeldOutRow(
      @ForAll @IntRange(min = 1, max = 300) int rows,
      @ForAll @DoubleRange(min = 0.01, max = 0.99) double share,
      @ForAll long seed) {
    int[] groups = codes(rows, 40, seed);
    long[] times = new SplittableRandom(seed + 1).longs(rows, 0, 100).toArray();
    Fold fold = Holdout.latestGroups(groups, times, share);
    long begin = Arrays.stream(fold.test()).mapToLong(row -> times[row]).min().orElseThrow();
    assertThat(Arrays.stream(fold.train())).allMatch(row -> times[row] <= begin);
    List<Integer> held = Arrays.stream(fold.test()).map(row -> groups[row]).boxed().toList();
    assertThat(Arrays.stream(fold.train())).noneMatch(row -> held.contains(groups[row]));
    assertThat(IntStream.range(0, rows).filter(row -> held.contains(groups[row])))
        .containsExactlyElementsOf(Arrays.stream(fold.test()).boxed().toList());
  }
}
