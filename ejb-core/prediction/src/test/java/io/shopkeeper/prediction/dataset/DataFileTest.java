package io.shopkeeper.prediction.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopkeeper.platform.boundary.InvalidInputException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataFileTest {

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void theSeparatorIsFound(String separator) {
    DataFile file = open("\uFEFFage, city ,bought\n31,Bern,yes\n\nNA, Oslo ,no\n", separator);
    assertThat(file.names()).containsExactly("age", "city", "bought");
    assertThat(rows(file))
        .containsExactly(new String[] {"31", "Bern", "yes"}, new String[] {null, "Oslo", "no"});
    assertThat(file.rows()).isEqualTo(2);
  }

  private static DataFile open(String text, String separator) {
    return open(text.replace(",", separator));
  }

  @Test
  void aQuotedCellMayHoldAnything() {
    DataFile file = open("name,place\n\"a \"\"b\"\", c\",\"one\ntwo\"\n");
    assertThat(rows(file)).containsExactly(new String[] {"a \"b\", c", "one\ntwo"});
  }

  @Test
  void aColumnWithoutANameGetsOne() {
    assertThat(open(",b\n1,2\n").names()).containsExactly("column 1", "b");
  }

  @Test
  void whatIsWrongIsSaidWithItsLine() {
    assertWrong("", "is empty");
    assertWrong("a,b\n", "has no rows below its header");
    assertWrong("a\n1\n", "needs a header and at least two columns");
    assertWrong("a,b,a\n1,2,3\n", "names the column a twice");
    assertWrong("a,b\n1,2\n3\n", "line 3 has 1 cells, but the header names 2");
    assertWrong("a,b\n1,\"2\n", "cannot be read: ");
    assertWrong("a,b" + "x".repeat(DataFile.LONGEST_NAME) + "\n1,2\n", "longer than 100 char");
    assertWrong("a," + ",".repeat(DataFile.MOST_COLUMNS) + "\n", "has more than 500 columns");
    assertThatThrownBy(() -> rows(DataFile.open("a,b\né,1\n".getBytes(Charset.forName("cp1252")))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("/file: is not in UTF-8; save it as UTF-8 and try again");
  }

  @Test
  void damageBehindTheFirstBlockIsFoundToo() {
    byte[] bytes = ("a,b\n" + "1,2\n".repeat(40_000)).getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 2] = (byte) 0xff;
    assertThatThrownBy(() -> rows(DataFile.open(bytes))).hasMessageContaining("is not in UTF-8");
  }

  private static void assertWrong(String text, String message) {
    assertThatThrownBy(() -> rows(open(text)))
        .as(text)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("/file: ")
        .hasMessageContaining(message);
  }

  static DataFile open(String text) {
    return DataFile.open(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String[]> rows(DataFile file) {
    try (file) {
      List<String[]> rows = new ArrayList<>();
      for (Optional<String[]> row = file.next(); row.isPresent(); row = file.next()) {
        rows.add(row.get());
      }
      return rows;
    }
  }
}
