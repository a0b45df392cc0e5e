package io.shopkeeper.ml.table.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopkeeper.ml.table.CategoryColumn;
import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.NumberColumn;
import io.shopkeeper.ml.table.NumberTarget;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CellsTest {

  @Test
  void whatIsMissingIsNull() {
    assertThat(List.of(" 31 ", "N/A", "", "-", "none", "-1").stream().map(Cells::plain))
        .containsExactly("31", null, null, null, null, "-1");
    assertThat(Cells.plain(null)).isNull();
  }

  @Test
  void aColumnIsNumbersCategoriesOrNothing() {
    assertThat(Cells.column("age", Arrays.asList("31", null, "-4.5e1")).orElseThrow())
        .isInstanceOf(NumberColumn.class);
    assertThat(Cells.column("size", List.of("1f", "2")).orElseThrow())
        .as("a number to Java alone")
        .isInstanceOf(CategoryColumn.class);
    List<String> ids = IntStream.range(0, 300).mapToObj(i -> "id-" + i).toList();
    assertThat(Cells.column("id", ids)).isEmpty();
  }

  @Test
  void aTargetIsClassesOrANumber() {
    var binary =
        (ClassTarget) Cells.target("bought", List.of("yes", "no", "yes"), Optional.empty());
    assertThat(binary.classes()).containsExactly("no", "yes");
    assertThat(binary.codes()).containsExactly(1, 0, 1);
    var turned = (ClassTarget) Cells.target("b", List.of("a", "b", "c"), Optional.of("b"));
    assertThat(turned.classes()).containsExactly("other", "b");
    assertThat(turned.codes()).containsExactly(0, 1, 0);
    List<String> many = IntStream.range(0, 40).mapToObj(Integer::toString).toList();
    assertThat(Cells.target("price", many, Optional.empty())).isInstanceOf(NumberTarget.class);
    assertThat(((ClassTarget) Cells.target("price", many, Optional.of("7"))).counts())
        .containsExactly(39, 1);
  }

  @Test
  void whatCannotBePredictedIsSaid() {
    assertThatThrownBy(() -> Cells.target("b", Arrays.asList("a", null), Optional.empty()))
        .hasMessage("Row 2 has no b: every row needs one; leave such rows out.");
    assertThatThrownBy(() -> Cells.target("b", List.of("a", "a"), Optional.empty()))
        .hasMessage("Every row has the same b (a): there is nothing to tell apart.");
    assertThatThrownBy(() -> Cells.target("b", List.of("a", "c"), Optional.of("z")))
        .hasMessage("b is never z; it is one of a, c");
  }

  @Test
  void timesAreNumbersOrIso() {
    assertThat(
            Cells.times(
                "t", List.of("5", "1970-01-01T00:00:01Z", "1970-01-01 00:00:02", "1970-01-02")))
        .containsExactly(5, 1000, 2000, 86_400_000);
    assertThatThrownBy(() -> Cells.times("t", List.of("5", "soon")))
        .hasMessageStartingWith("Row 2: t must be a whole number or a time");
  }
}
