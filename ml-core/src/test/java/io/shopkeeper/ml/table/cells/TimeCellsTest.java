package io.shopkeeper.ml.table.cells;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeCellsTest {

  private static long at(String iso) {
    return Instant.parse(iso).toEpochMilli();
  }

  @Test
  void waysToWriteTimes() {
    assertThat(
            TimeCells.of(
                    List.of(
                        "2018-07-25 10:30:05",
                        "2018-7-5 1:02",
                        "2018/07/25",
                        "2018-07-25 10:30:05.25Z",
                        "2018-07-25 1:30 pm",
                        "2018-07-25 12:05 AM"))
                .orElseThrow())
        .containsExactly(
            at("2018-07-25T10:30:05Z"),
            at("2018-07-05T01:02:00Z"),
            at("2018-07-25T00:00:00Z"),
            at("2018-07-25T10:30:05.250Z"),
            at("2018-07-25T13:30:00Z"),
            at("2018-07-25T00:05:00Z"));
    assertThat(TimeCells.of(List.of("2018-07-25T10:30:05Z")).orElseThrow())
        .containsExactly(at("2018-07-25T10:30:05Z"));
  }

  @Test
  void aColumnSaysWhetherTheDayComesFirst() {
    assertThat(TimeCells.of(List.of("2/3/2015 4:05", "2/13/2015 0:00")).orElseThrow())
        .containsExactly(at("2015-02-03T04:05:00Z"), at("2015-02-13T00:00:00Z"));
    assertThat(TimeCells.of(List.of("2/3/2015 4:05", "13/2/2015 0:00")).orElseThrow())
        .containsExactly(at("2015-03-02T04:05:00Z"), at("2015-02-13T00:00:00Z"));
    assertThat(TimeCells.of(List.of("3.2.2015")).orElseThrow())
        .containsExactly(at("2015-02-03T00:00:00Z"));
  }

  @Test
  void whatIsNoTime() {
    assertThat(TimeCells.of(List.of("2018-07-25", "soon"))).isEmpty();
    assertThat(TimeCells.of(Arrays.asList(null, "2018-07-25")).orElseThrow())
        .containsExactly(TimeCells.MISSING, at("2018-07-25T00:00:00Z"));
    assertThat(TimeCells.of(List.of("1.5", "2.5"))).isEmpty();
    assertThat(TimeCells.of(List.of())).isEmpty();
  }

  @Test
  void wholeNumbersByTheirSize() {
    assertThat(TimeCells.ofNumbers(List.of("1", "743")).orElseThrow())
        .containsExactly(3_600_000L, 743 * 3_600_000L);
    assertThat(TimeCells.ofNumbers(List.of("0", "172792")).orElseThrow())
        .containsExactly(0, 172_792_000L);
    assertThat(TimeCells.ofNumbers(List.of("1500000000")).orElseThrow())
        .containsExactly(1_500_000_000_000L);
    assertThat(TimeCells.ofNumbers(List.of("1500000000000")).orElseThrow())
        .containsExactly(1_500_000_000_000L);
    assertThat(TimeCells.ofNumbers(List.of("1500000000000000")).orElseThrow())
        .containsExactly(1_500_000_000_000L);
    assertThat(TimeCells.ofNumbers(List.of("soon"))).isEmpty();
  }
}
