package io.shopkeeper.ml.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.NumberTarget;
import io.shopkeeper.ml.table.Table;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClassRowsTest {

  private static final List<String> CLASSES = List.of("a", "b", "c");

  private static LabelledTable rows(float[] weights, int... codes) {
    return new LabelledTable(
        new Table(codes.length, List.of()),
        new ClassTarget(CLASSES, codes),
        Optional.ofNullable(weights));
  }

  private static float[] weights(LabelledTable rows, boolean balanced) {
    return ClassRows.weights(rows, (ClassTarget) rows.target(), balanced);
  }

  /** Four rows of two classes that are there: each class is worth 2. */
  @Test
  void balancedEachClassThatIsThereCountsAsMuch() {
    LabelledTable rows = rows(null, 0, 0, 2, 0);
    assertThat(weights(rows, false)).containsExactly(1, 1, 1, 1);
    assertThat(weights(rows, true)).containsExactly(2 / 3f, 2 / 3f, 2, 2 / 3f);
  }

  /** Weights of 1 + 3 and of 2 + 0, together 6: each class is worth 3. */
  @Test
  void balancedTheWeightsWithinAClassStayInProportion() {
    LabelledTable rows = rows(new float[] {1, 2, 3, 0}, 0, 1, 0, 1);
    assertThat(weights(rows, false)).containsExactly(1, 2, 3, 0);
    assertThat(weights(rows, true)).containsExactly(0.75f, 3, 2.25f, 0);
  }

  @Test
  void aClassWithoutAnyWeightStaysWithoutIt() {
    LabelledTable rows = rows(new float[] {0, 5, 0}, 0, 1, 0);
    assertThat(weights(rows, true)).containsExactly(0, 5, 0);
  }

  @Test
  void whatCannotBeToldApartIsRefused() {
    assertThat(ClassRows.of(rows(null, 0, 1), "it").classes()).isEqualTo(CLASSES);
    assertThatThrownBy(() -> ClassRows.of(rows(null, 2, 2, 2), "it"))
        .hasMessage("it needs rows of at least 2 classes, but all 3 are of one");
    var one = new ClassTarget(List.of("a"), new int[2]);
    var alone = new LabelledTable(new Table(2, List.of()), one);
    assertThatThrownBy(() -> ClassRows.of(alone, "it"))
        .hasMessageContaining("but there are 1 and 2");
    var numbers = new LabelledTable(new Table(1, List.of()), new NumberTarget(new float[1]));
    assertThatThrownBy(() -> ClassRows.of(numbers, "it"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
