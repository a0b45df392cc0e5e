package io.shopkeeper.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.ml.split.Fold;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitTest {

  private static Interactions rows(int n) {
    var rows = new InteractionRows();
    for (int i = 0; i < n; i++) {
      rows.add("u" + i % 10, "i" + i % 7, 1, (i * 37L) % 100, true);
    }
    return rows.build();
  }

  private static Fold only(String spec, int n) {
    return Split.parse(spec, 42).divide(rows(n)).getFirst();
  }

  /** The published count for MovieLens 100K: 9,845 of 100,000 rows. */
  @Test
  void theRuleMarksTheRowsOfThePeers() {
    assertThat(only("rule:10", 100_000).test()).hasSize(9_845);
  }

  @Test
  void everyRowIsInOnePart() {
    for (String spec : List.of("random:0.3@1", "time:0.2", "rule:20", "leave-last-1", "none")) {
      Fold fold = only(spec, 500);
      assertThat(IntStream.concat(Arrays.stream(fold.train()), Arrays.stream(fold.test())).sorted())
          .containsExactlyElementsOf(IntStream.range(0, 500).boxed().toList());
    }
  }

  @Test
  void foldsHoldEachRowOutOnce() {
    List<Fold> folds = Split.parse("kfold:3@9", 42).divide(rows(100));
    assertThat(folds.stream().flatMapToInt(fold -> Arrays.stream(fold.test())).sorted())
        .containsExactlyElementsOf(IntStream.range(0, 100).boxed().toList());
  }

  @Test
  void testRowsOfATimeSplitAreTheLatest() {
    Interactions rows = rows(100);
    Fold fold = Split.parse("time:0.2", 42).divide(rows).getFirst();
    long newest =
        Arrays.stream(fold.train()).mapToLong(row -> rows.time()[row]).max().orElseThrow();
    assertThat(Arrays.stream(fold.test()).mapToLong(row -> rows.time()[row]))
        .allMatch(time -> time >= newest);
    assertThat(fold.test()).hasSize(20);
  }

  @Test
  void eachUsersLastRowIsLeftOut() {
    Interactions rows = rows(100);
    Fold fold = Split.parse("leave-last-1", 42).divide(rows).getFirst();
    assertThat(Arrays.stream(fold.test()).map(row -> rows.user()[row]).distinct().count())
        .isEqualTo(10);
    assertThat(fold.test()).hasSize(10);
  }
}
