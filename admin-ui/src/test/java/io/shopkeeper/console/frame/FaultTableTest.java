package io.shopkeeper.console.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FaultTableTest {

  private final FaultTable table = FaultTable.read("faults_zh_CN.tsv");

  @Test
  void whatDiffersIsCarriedOver() {
    assertThat(table.translate("must be a whole number, but is many")).isEqualTo("必须是整数，但写的是 many");
    assertThat(table.translate("has 11 cells, but the header has 12"))
        .isEqualTo("有 11 格，但表头有 12 格");
  }

  @Test
  void aValueWithAStarOrBracesIsNoPattern() {
    assertThat(table.translate("must be a number, but is {1} * $1"))
        .isEqualTo("必须是数字，但写的是 {1} * $1");
  }

  @Test
  void theCloserSentenceCounts() {
    assertThat(table.translate("is missing")).isEqualTo("缺失");
    assertThat(table.translate("must be a number with a point, such as 19.90, but is 1,5"))
        .startsWith("必须是用小数点的数字");
  }

  @Test
  void aValueThatLooksLikeAPlaceIsLeftAlone() {
    assertThat(table.translate("must be from {2} to 9")).isEqualTo("必须在 {2} 到 9 之间");
  }

  /** Else the line would never count. */
  @Test
  void noLineIsHiddenByOneBefore() throws IOException {
    try (InputStream in =
        FaultTable.class.getResourceAsStream("/io/shopkeeper/console/faults_zh_CN.tsv")) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines())
          .isNotEmpty()
          .allSatisfy(
              line -> {
                String[] halves = line.split("\t", -1);
                assertThat(table.translate(halves[0].replace("*", "7")))
                    .isEqualTo(halves[1].replaceAll("\\{\\d}", "7"));
              });
    }
  }

  @Test
  void whatIsNotKnownStays() {
    assertThat(table.translate("is something new")).isEqualTo("is something new");
  }
}
