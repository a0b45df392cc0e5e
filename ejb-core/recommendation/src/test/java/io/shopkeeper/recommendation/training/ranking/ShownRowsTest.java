package io.shopkeeper.recommendation.training.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.ml.table.NumberColumn;
import io.shopkeeper.recommendation.features.Feature;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was shown, in the order of time, divided so that nothing of later is learnt. */
class ShownRowsTest {

  private static final long HOUR = 3_600_000;

  @TempDir Path folder;

  private static float[] values(float... values) {
    return values;
  }

  @Test
  void theOldestListComesFirstAndItsPlacesInTheirOrder() throws IOException {
    ShownRows rows =
        ShownRows.read(
            new ShownLog()
                .add("v:a", 1, values(0.9f, 0.8f), values(0, 1), FollowUp.CART, FollowUp.PURCHASE)
                .add("v:b", 2, values(0.7f), values(0), FollowUp.NOTHING)
                .add("v:a", 3, values(0.6f, 0.5f), values(1, 0), FollowUp.CLICK, FollowUp.NOTHING)
                .write(folder.resolve("s"), FollowUp.CART, 0));
    assertThat(rows.list()).containsExactly(0, 0, 1, 2, 2);
    assertThat(rows.at()).containsExactly(1, 1, 2, 3, 3);
    assertThat(rows.unit()[0]).isEqualTo(rows.unit()[3]).isNotEqualTo(rows.unit()[2]);
    assertThat(rows.followed()).containsExactly(true, true, false, false, false);
    assertThat(rows.features()[Feature.BLENDED.column()])
        .containsExactly(0.9f, 0.8f, 0.7f, 0.6f, 0.5f);
    assertThat(rows.table().features().columns()).hasSize(Feature.WIDTH);
  }

  @Test
  void comparedAllStandAtTheFirstPlace() throws IOException {
    ShownRows rows =
        ShownRows.read(
            new ShownLog()
                .add("v:a", 1, values(0.9f, 0.8f), values(0, 1), ShownLog.nothing(2))
                .write(folder.resolve("s"), FollowUp.PURCHASE, 0));
    String place = Feature.SHOWN_AT.word();
    NumberColumn known = (NumberColumn) rows.table().features().column(place).orElseThrow();
    assertThat(known.values()[1]).isPositive();
    NumberColumn asked = (NumberColumn) rows.compared(new int[] {0, 1}).column(place).orElseThrow();
    assertThat(asked.values()).containsExactly(0, 0);
  }

  /** Ten lists, an hour each; the last two are tested, the first of them at hour 8. */
  private ShownRows tenHours(long window) throws IOException {
    var log = new ShownLog();
    for (int i = 0; i < 10; i++) {
      log.add("v:" + i, i * HOUR, values(0.9f, 0.8f), values(0, 1), ShownLog.nothing(2));
    }
    return ShownRows.read(log.write(folder.resolve("s"), FollowUp.PURCHASE, window));
  }

  @Test
  void theNewestFifthIsTestedAndAllBeforeItIsLearnt() throws IOException {
    ShownRows.Parts parts = tenHours(0).divide(0.2);
    assertThat(parts.test()).containsExactly(16, 17, 18, 19);
    assertThat(parts.train()).hasSize(16);
  }

  @Test
  void whatWasNotKnownWhenTheTestBeganIsNotLearnt() throws IOException {
    ShownRows rows = tenHours(3);
    ShownRows.Parts parts = rows.divide(0.2);
    assertThat(parts.test()).containsExactly(16, 17, 18, 19);
    // The list of hour 5 could be followed by something until hour 8, when the test begins.
    assertThat(rows.at()[parts.train()[parts.train().length - 1]]).isEqualTo(4 * HOUR);
  }
}
