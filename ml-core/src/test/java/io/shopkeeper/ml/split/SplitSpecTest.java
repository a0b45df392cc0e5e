package io.shopkeeper.ml.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopkeeper.ml.algorithm.WrongOptionException;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SplitSpecTest {

  private static final SplitRows ROWS =
      SplitRows.of(100)
          .withClasses(IntStream.range(0, 100).map(row -> row % 4).toArray())
          .withGroups(IntStream.range(0, 100).map(row -> row % 10).toArray())
          .withTimes(LongStream.range(0, 100).toArray());

  @ParameterizedTest
  @CsvSource({
    "random:0.2@42,1,20",
    "stratified:0.2@42,1,20",
    "grouped:0.2@42,1,20",
    "time:0.25,1,25",
    "leave-last-1,1,10",
    "leave-last-3,1,30",
    "rule:20,1,11",
    "kfold:5@7,5,20",
    "stratified-kfold:4@7,4,25",
    "grouped-kfold:5@7,5,20",
    "forward:4,4,20",
    "none,1,0"
  })
  void divides(String text, int folds, int held) {
    SplitSpec spec = SplitSpec.parse(text, 3);
    assertThat(spec.text()).isEqualTo(text);
    assertThat(spec.divide(ROWS)).hasSize(folds);
    assertThat(spec.divide(ROWS).getFirst().test()).hasSize(held);
    assertThat(spec.isNone()).isEqualTo(held == 0);
  }

  @Test
  void theSeedIsThatOfTheTextOrTheOneBeside() {
    assertThat(SplitSpec.parse("random:0.2@42", 3).seed()).isEqualTo(42);
    assertThat(SplitSpec.parse("random:0.2", 3).seed()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "random",
        "random:1",
        "random:0",
        "random-0.2",
        "kfold:1",
        "kfold:2.5",
        "kfold-5",
        "rule:100",
        "leave-last",
        "leave-last-0",
        "leave-last:1",
        "none:1",
        "halves:2",
        "time:0.2@",
        "random:0.2@x"
      })
  void whatIsWrongIsRefusedWithTheWayToWriteIt(String text) {
    assertThatThrownBy(() -> SplitSpec.parse(text, 1))
        .isInstanceOf(WrongOptionException.class)
        .hasMessageStartingWith("split must be random:F@SEED")
        .hasMessageEndingWith("but is " + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"stratified:0.2", "grouped-kfold:3", "time:0.2", "leave-last-1"})
  void whatARowLacksIsSaid(String text) {
    assertThatThrownBy(() -> SplitSpec.parse(text, 1).divide(SplitRows.of(100)))
        .isInstanceOf(WrongOptionException.class)
        .hasMessageStartingWith("split " + text + " needs a ");
  }

  @Test
  void partsOfOtherLengthsAreRefused() {
    assertThatThrownBy(() -> SplitRows.of(3).withClasses(new int[4]))
        .hasMessage("3 rows, but 4 classes");
  }
}
