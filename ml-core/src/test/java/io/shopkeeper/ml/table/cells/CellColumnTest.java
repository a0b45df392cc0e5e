package io.shopkeeper.ml.table.cells;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CellColumnTest {

  private static final List<String> NUMBERS =
      Arrays.asList(
          "0",
          "7",
          "-7",
          "1.50",
          "0.005",
          "-0.5",
          "-0",
          "-0.0",
          "007",
          "+3",
          ".5",
          "5.",
          "1e-5",
          "5.3527627E-4",
          "0.12345678901234568",
          "99999999999999999",
          "123456789012345678901",
          null,
          "16777217",
          "0.1",
          "3.4e38",
          "33554433.0000001");

  @Test
  void textComesBackToTheLetterAndNumbersAreThoseOfJava() {
    CellColumn column = CellColumn.of(NUMBERS);
    assertThat(column).containsExactlyElementsOf(NUMBERS);
    float[] found = column.numbers().orElseThrow();
    for (int row = 0; row < found.length; row++) {
      String cell = NUMBERS.get(row);
      assertThat(found[row]).as(cell).isEqualTo(Float.valueOf(cell == null ? "NaN" : cell));
    }
  }

  @Test
  void anyFloatAndDoubleComesBack() {
    var random = new SplittableRandom(4);
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(8));
      cells.add(i % 2 == 0 ? Float.toString((float) value) : Double.toString(value));
    }
    CellColumn column = CellColumn.of(cells);
    assertThat(column).containsExactlyElementsOf(cells);
    float[] found = column.numbers().orElseThrow();
    for (int row = 0; row < found.length; row++) {
      assertThat(found[row]).as(cells.get(row)).isEqualTo(Float.parseFloat(cells.get(row)));
    }
  }

  /** Between two floats: rounded to a double first, each would be taken for the middle. */
  @Test
  void numbersBesideTheMiddleOfTwoFloatsGoTheRightWay() {
    for (String cell : List.of("16777217.000000001", "16777216.999999999", "16777217")) {
      assertThat(CellColumn.of(List.of(cell)).numbers().orElseThrow())
          .containsExactly(Float.parseFloat(cell));
    }
  }

  @Test
  void wordsAreKeptOnce() {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      cells.add(i % 10 == 9 ? null : i < 1200 ? "00" + i % 7 : "word " + i % 3);
    }
    CellColumn column = CellColumn.of(cells);
    assertThat(column).containsExactlyElementsOf(cells);
    assertThat(column.numbers()).isEmpty();
    assertThat(column.there()).isEqualTo(4500);
    List<String> words = column.sortedWords();
    assertThat(words).hasSize(10).isSorted();
    int[] places = column.places(words);
    for (int row = 0; row < places.length; row++) {
      String cell = cells.get(row);
      assertThat(places[row] < 0 ? null : words.get(places[row])).isEqualTo(cell);
    }
  }

  @Test
  void aWordAmongNumbersMakesWordsOfThem() {
    CellColumn column = CellColumn.of(Arrays.asList("1", "2.50", null, "many"));
    assertThat(column.numbers()).isEmpty();
    assertThat(column.sortedWords()).containsExactly("1", "2.50", "many");
    assertThat(column.places(column.sortedWords())).containsExactly(0, 1, -1, 2);
    assertThat(CellColumn.of(Arrays.asList("1", "1e39")).numbers()).isEmpty();
    assertThat(CellColumn.of(Arrays.asList(null, null)).numbers()).isPresent();
  }
}
