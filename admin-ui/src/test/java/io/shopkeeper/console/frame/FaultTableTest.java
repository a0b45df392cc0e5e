package io.shopkeeper.console.frame;

import static org.assertj.core.api.Assertions.assertThat;

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
  void whatIsNotKnownStays() {
    assertThat(table.translate("is something new")).isEqualTo("is something new");
  }
}
