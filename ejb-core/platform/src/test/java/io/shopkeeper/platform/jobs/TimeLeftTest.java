package io.shopkeeper.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeLeftTest {

  @Test
  void nothingIsKnownAtTheBeginning() {
    assertThat(TimeLeft.of(0.01, Duration.ofSeconds(1), List.of())).isEmpty();
  }

  @Test
  void itsOwnPaceTells() {
    assertThat(TimeLeft.of(0.25, Duration.ofSeconds(10), List.of()))
        .contains(Duration.ofSeconds(30));
  }

  @Test
  void othersOfItsKindTellBeforeIt() {
    List<Duration> others =
        List.of(Duration.ofSeconds(60), Duration.ofSeconds(50), Duration.ofSeconds(900));
    assertThat(TimeLeft.of(0, Duration.ofSeconds(10), others)).contains(Duration.ofSeconds(50));
    assertThat(TimeLeft.of(0, Duration.ofSeconds(100), others)).contains(Duration.ZERO);
  }

  @Test
  void theFurtherItIsTheMoreItsOwnPaceCounts() {
    List<Duration> others = List.of(Duration.ofSeconds(20));
    Duration early = TimeLeft.of(0.1, Duration.ofSeconds(10), others).orElseThrow();
    Duration late = TimeLeft.of(0.9, Duration.ofSeconds(90), others).orElseThrow();
    assertThat(early).isEqualTo(Duration.ofSeconds(18));
    assertThat(late).isEqualTo(Duration.ofSeconds(9));
  }
}
