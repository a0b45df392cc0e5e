package io.shopkeeper.ml.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DateRangesTest {

  @Test
  void daysWithTheirEnds() {
    long[] times =
        Stream.of(
                "2018-07-24T23:59:59.999Z",
                "2018-07-25T00:00:00Z",
                "2018-07-31T23:59:59.999Z",
                "2018-08-01T00:00:00Z",
                "2018-08-08T00:00:00Z",
                "2018-08-14T23:59:59Z",
                "2018-08-15T00:00:00Z")
            .mapToLong(text -> Instant.parse(text).toEpochMilli())
            .toArray();

    Fold fold =
        DateRanges.parse("dates:2018-07-25..2018-07-31,2018-08-08..2018-08-14").divide(times);

    assertThat(fold.train()).containsExactly(1, 2);
    assertThat(fold.test()).containsExactly(4, 5);
  }

  @Test
  void whatIsNoSuchSplitIsRefused() {
    assertThatThrownBy(() -> DateRanges.parse("dates:2018-07-25"))
        .hasMessageContaining("must be dates:FROM..TO,FROM..TO");
    assertThatThrownBy(
            () -> DateRanges.parse("dates:2018-07-25..2018-07-31,2018-07-31..2018-08-02"))
        .hasMessageContaining("later days to judge");
    assertThatThrownBy(
            () -> DateRanges.parse("dates:2018-07-25..2018-07-32,2018-08-31..2018-09-02"))
        .hasMessageContaining("days of the calendar");
  }
}
