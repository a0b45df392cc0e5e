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

  /** As {@code DemandNeeds} and {@code ValueNeeds} say them. */
  @Test
  void whatATrainingNeedsIsSaid() {
    assertThat(
            table.translate(
                "boosted-demand with a search for options needs 24 whole weeks of orders (8 are rehearsed, forecasts are of 4), but there are 19. Train without a search, choose fewer origins or a shorter horizon, import older orders, or wait."))
        .startsWith("boosted-demand 在搜索参数时需要 24 个完整周的订单（其中 8 周用于演练，预测 4 周），目前只有 19 周。");
    assertThat(
            table.translate(
                "boosted-value for 90 days needs 50 or more customers who bought 180 days or more before the newest order, but there are 12. Choose a shorter horizon, import older orders, or wait."))
        .startsWith("boosted-value 预测 90 天时，至少需要 50 位在最新订单 180 天或更早之前就买过东西的顾客，目前有 12 位。");
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
