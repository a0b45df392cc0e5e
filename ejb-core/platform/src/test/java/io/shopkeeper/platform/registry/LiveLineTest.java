package io.shopkeeper.platform.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.platform.boundary.Stage;
import io.shopkeeper.platform.boundary.StageAct;
import io.shopkeeper.platform.boundary.StageChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveLineTest {

  private final List<StageChange> newestFirst = new ArrayList<>();

  @Test
  void nothingIsBeforeTheFirst() {
    promote(1);
    assertThat(LiveLine.before(newestFirst, version -> true)).isEmpty();
    assertThat(LiveLine.before(List.of(), version -> true)).isEmpty();
  }

  @Test
  void rollingBackGoesOnBackwards() {
    promote(1);
    promote(2);
    promote(3);
    assertThat(LiveLine.before(newestFirst, version -> true)).contains(2);
    rollBack(2);
    assertThat(LiveLine.before(newestFirst, version -> true)).contains(1);
    rollBack(1);
    assertThat(LiveLine.before(newestFirst, version -> true)).isEmpty();
    promote(3);
    assertThat(LiveLine.before(newestFirst, version -> true)).contains(1);
  }

  @Test
  void aVersionThatCannotServeIsPassedOver() {
    promote(1);
    promote(2);
    promote(3);
    assertThat(LiveLine.before(newestFirst, version -> version != 2)).contains(1);
  }

  private void promote(int version) {
    add(version, StageAct.PROMOTE);
  }

  private void rollBack(int version) {
    add(version, StageAct.ROLLBACK);
  }

  private void add(int version, StageAct act) {
    newestFirst.addFirst(
        new StageChange("m", 99, Stage.LIVE, Stage.RETIRED, Instant.EPOCH, "mei", "", act));
    newestFirst.addFirst(
        new StageChange("m", version, Stage.CANDIDATE, Stage.LIVE, Instant.EPOCH, "mei", "", act));
  }
}
