package io.shopkeeper.ml.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FoldsTest {

  private static void eachRowIsHeldOutOnce(List<Fold> folds, int rows) {
    folds.forEach(fold -> HoldoutTest.isPartition(fold, rows));
    assertThat(folds.stream().flatMapToInt(fold -> Arrays.stream(fold.test())).sorted())
        .containsExactlyElementsOf(IntStream.range(0, rows).boxed().toList());
  }

  private static long held(Fold fold, int[] codes, int code) {
    return Arrays.stream(fold.test()).filter(row -> codes[row] == code).count();
  }

  private static void areEven(long[] sizes) {
    assertThat(Arrays.stream(sizes).max().orElse(0) - Arrays.stream(sizes).min().orElse(0))
        .isLessThanOrEqualTo(1);
  }

  @Property(tries = 50, seed = "1")
  void foldsAreEven(
      @ForAll @IntRange(min = 10, max = 200) int rows,
      @ForAll @IntRange(min = 2, max = 10) int count,
      @ForAll long seed) {
    List<Fold> folds = Folds.random(rows, count, seed);
    eachRowIsHeldOutOnce(folds, rows);
    areEven(folds.stream().mapToLong(fold -> fold.test().length).toArray());

    int[] classes = new SplittableRandom(seed).ints(rows, 0, 3).toArray();
    List<Fold> stratified = Folds.stratified(classes, count, seed);
    eachRowIsHeldOutOnce(stratified, rows);
    areEven(stratified.stream().mapToLong(fold -> fold.test().length).toArray());
    for (int code = 0; code < 3; code++) {
      int wanted = code;
      areEven(stratified.stream().mapToLong(fold -> held(fold, classes, wanted)).toArray());
    }
  }

  @Property(tries = 50, seed = "2")
  void groupsStayWhole(
      @ForAll @IntRange(min = 100, max = 200) int rows,
      @ForAll @IntRange(min = 2, max = 8) int count,
      @ForAll long seed) {
    int[] groups = new SplittableRandom(seed).ints(rows, -20, 0).toArray();
    List<Fold> folds = Folds.grouped(groups, count, seed);
    eachRowIsHeldOutOnce(folds, rows);
    for (int group = -20; group < 0; group++) {
      int wanted = group;
      assertThat(folds.stream().filter(fold -> held(fold, groups, wanted) > 0).count())
          .isLessThanOrEqualTo(1);
    }
    // Largest first to the emptiest: no fold is larger than the smallest by more than a group.
    int[] sizes = folds.stream().mapToInt(fold -> fold.test().length).sorted().toArray();
    int largest =
        IntStream.range(-20, 0)
            .map(g -> (int) Arrays.stream(groups).filter(x -> x == g).count())
            .max()
            .orElseThrow();
    assertThat(sizes[count - 1] - sizes[0]).isLessThanOrEqualTo(largest);
  }

  @Test
  void seedsDecide() {
    assertThat(Folds.random(50, 5, 1).getFirst().test())
        .isEqualTo(Folds.random(50, 5, 1).getFirst().test())
        .isNotEqualTo(Folds.random(50, 5, 2).getFirst().test());
  }

  @Test
  void whatComesLaterIsNeverLearntFrom() {
    long[] times = {60, 50, 40, 30, 20, 10, 0};
    List<Fold> folds = Folds.forward(times, 3);
    assertThat(folds.get(0).train()).containsExactly(6);
    assertThat(folds.get(0).test()).containsExactly(4, 5);
    assertThat(folds.get(1).train()).containsExactly(4, 5, 6);
    assertThat(folds.get(1).test()).containsExactly(2, 3);
    assertThat(folds.get(2).train()).containsExactly(2, 3, 4, 5, 6);
    assertThat(folds.get(2).test()).containsExactly(0, 1);
  }

  @Test
  void tooManyFoldsAreRefused() {
    assertThatThrownBy(() -> Folds.random(3, 4, 1)).hasMessageContaining("take fewer folds");
    assertThatThrownBy(() -> Folds.random(3, 1, 1)).hasMessageContaining("at least 2");
    assertThatThrownBy(() -> Folds.grouped(new int[] {1, 1, 1, 2}, 3, 1))
        .hasMessageContaining("more than 2 groups");
    assertThatThrownBy(() -> Folds.forward(new long[3], 3)).hasMessageContaining("fewer");
  }
}
