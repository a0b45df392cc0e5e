package io.shopkeeper.ml.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AssignmentTest {

  private static final int UNITS = 50_000;
  private static final List<Arm> ARMS =
      List.of(new Arm("control", 2), new Arm("ease", 1), new Arm("als", 1));

  private static Assignment plan(String salt, double holdout, double ramp) {
    return new Assignment(salt, holdout, ramp, ARMS);
  }

  @Test
  void unitsKeepTheirPlaceForEver() {
    Assignment plan = plan("home", 0.1, 1);
    assertThat(IntStream.range(0, 12).mapToObj(unit -> plan.place("visitor-" + unit).arm()))
        .as("the hash is part of every experiment that runs: it must never change")
        .containsExactly(1, 1, 1, -1, 0, 0, 0, 0, 1, -1, -1, -1);
  }

  @Test
  void armsGetTheirShares() {
    Assignment plan = plan("home", 0, 1);
    long[] counts = new long[3];
    IntStream.range(0, UNITS).forEach(unit -> counts[plan.place("v" + unit).arm()]++);
    assertThat(plan.shares()).containsExactly(0.5, 0.25, 0.25);
    assertThat(SampleRatio.of(counts, plan.shares()).probability()).isGreaterThan(0.01);
  }

  @Test
  void aGreaterRampAddsUnitsAndMovesNone() {
    int before = 0;
    for (double ramp : new double[] {0.05, 0.2, 0.6, 1}) {
      Assignment wide = plan("home", 0.1, 1).ramped(ramp);
      int part = 0;
      int moved = 0;
      for (int unit = 0; unit < UNITS; unit++) {
        Place place = wide.place("v" + unit);
        Place whole = plan("home", 0.1, 1).place("v" + unit);
        if (place.takesPart()) {
          part++;
          moved += place.equals(whole) ? 0 : 1;
        }
        boolean held = place.group() == Place.Group.HOLDOUT;
        moved += held == (whole.group() == Place.Group.HOLDOUT) ? 0 : 1;
      }
      assertThat(moved).isZero();
      assertThat((double) part / UNITS).isBetween(0.9 * ramp - 0.01, 0.9 * ramp + 0.01);
      assertThat(part).isGreaterThan(before);
      before = part;
    }
  }

  @Test
  void experimentsDrawIndependently() {
    Assignment one = plan("one", 0, 1);
    Assignment other = plan("other", 0, 1);
    long[] ofOther = new long[3];
    IntStream.range(0, UNITS)
        .mapToObj(unit -> "v" + unit)
        .filter(unit -> one.place(unit).arm() == 1)
        .forEach(unit -> ofOther[other.place(unit).arm()]++);
    assertThat(SampleRatio.of(ofOther, other.shares()).probability()).isGreaterThan(0.01);
  }

  @Test
  void armAndAdmissionAreIndependent() {
    Assignment tenth = plan("home", 0, 0.1);
    long[] counts = new long[3];
    IntStream.range(0, 4 * UNITS)
        .mapToObj(unit -> tenth.place("v" + unit))
        .filter(Place::takesPart)
        .forEach(place -> counts[place.arm()]++);
    assertThat(SampleRatio.of(counts, tenth.shares()).probability()).isGreaterThan(0.01);
  }

  @Test
  void whatCannotBeDrawnIsRefused() {
    assertThatThrownBy(() -> plan(" ", 0, 1)).hasMessageContaining("salt");
    assertThatThrownBy(() -> plan("s", 1, 1)).hasMessageContaining("holdout");
    assertThatThrownBy(() -> plan("s", 0, 1.1)).hasMessageContaining("is 1.1");
    assertThatThrownBy(() -> new Arm("a", 0)).hasMessageContaining("share of arm a");
    assertThatThrownBy(() -> new Assignment("s", 0, 1, List.of(new Arm("a", 1))))
        .hasMessageContaining("at least 2");
    assertThatThrownBy(() -> new Assignment("s", 0, 1, List.of(new Arm("a", 1), new Arm("a", 1))))
        .hasMessageContaining("two arms are called a");
  }
}
