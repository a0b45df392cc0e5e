package io.shopkeeper.prediction.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowGroupsTest {

  @Test
  void wordsAreGroupsOfTheirOwnTheLargestFirst() {
    RowGroups groups = RowGroups.of(Arrays.asList("b", "a", null, "b", "c", "a", "b"));
    assertThat(groups.names()).containsExactly("b", "a", "", "c");
    assertThat(groups.codes()).containsExactly(0, 1, 2, 0, 3, 1, 0);
  }

  @Test
  void fewNumbersAreGroupsOfTheirOwn() {
    assertThat(RowGroups.of(List.of("0", "1", "1")).names()).containsExactly("1", "0");
  }

  @Test
  void manyNumbersAreGroupedByQuarters() {
    List<String> cells =
        IntStream.range(0, 41)
            .mapToObj(row -> row == 40 ? null : Integer.toString(20 + row))
            .toList();
    RowGroups groups = RowGroups.of(cells);
    assertThat(groups.names()).containsExactly("20 – 29", "30 – 39", "40 – 49", "50 – 59", "");
    assertThat(IntStream.range(0, 5).map(group -> rows(groups, group)))
        .containsExactly(10, 10, 10, 10, 1);
    assertThat(groups.codes()[40]).isEqualTo(4);
  }

  @Test
  void aNumberThatIsMostOfThemStaysInOneGroup() {
    List<String> cells =
        IntStream.range(0, 100).mapToObj(row -> row < 70 ? "0" : row + ".5").toList();
    RowGroups groups = RowGroups.of(cells);
    assertThat(groups.names()).containsExactly("0", "70.5 – 74.5", "75.5 – 99.5");
    assertThat(rows(groups, 0)).isEqualTo(70);
  }

  @Test
  void tooManyGroupsAreRefused() {
    List<String> cells = IntStream.range(0, 31).mapToObj(row -> "word " + row).toList();
    assertThatThrownBy(() -> RowGroups.of(cells)).hasMessage("31 groups are more than 30");
  }

  private static int rows(RowGroups groups, int group) {
    return (int) IntStream.of(groups.codes()).filter(code -> code == group).count();
  }
}
