package io.shopkeeper.console.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Intervals of lifts as pictures. */
class IntervalTest {

  @Test
  void noDifferenceIsInTheMiddle() {
    assertThat(Interval.of(-0.1, 0, 0.1, 0.2))
        .isEqualTo(new Interval("63.0", "114.0", "120.0", "open"));
  }

  @Test
  void whatIsClearHasAColour() {
    assertThat(Interval.of(0.01, 0.05, 0.2, 0.2).tone()).isEqualTo("better");
    assertThat(Interval.of(-0.2, -0.05, -0.01, 0.2).tone()).isEqualTo("worse");
    assertThat(Interval.of(0, 0.05, 0.2, 0.2).tone()).isEqualTo("open");
  }

  @Test
  void whatReachesTooFarIsCutOff() {
    assertThat(Interval.of(-3, 2, 5, 1)).isEqualTo(new Interval("6.0", "228.0", "234.0", "open"));
    assertThat(Interval.of(5, 5, 5, 1).length()).as("still to be seen").isEqualTo("1.0");
  }

  @Test
  void thePictureReachesToTheFarthestEnd() {
    DoubleStream none = DoubleStream.empty();
    assertThat(Interval.reach(DoubleStream.of(0.1, -0.3), DoubleStream.of(0.1))).isEqualTo(0.3);
    assertThat(Interval.reach(DoubleStream.of(0.1, 7), DoubleStream.of(0.2))).isEqualTo(1);
    assertThat(Interval.reach(DoubleStream.of(1, 9), DoubleStream.of(3, -2))).isEqualTo(6);
    assertThat(Interval.reach(DoubleStream.empty(), none)).isEqualTo(0.01);
  }
}
