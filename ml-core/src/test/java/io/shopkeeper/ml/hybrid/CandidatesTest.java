package io.shopkeeper.ml.hybrid;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.ml.ranking.History;
import io.shopkeeper.ml.ranking.InteractionLog;
import io.shopkeeper.ml.ranking.RankingData;
import io.shopkeeper.ml.table.NumberColumn;
import io.shopkeeper.ml.table.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class CandidatesTest {

  private static final float[][] SCORES = {{5, 4, 3, 2, 1, 0}, {0, 1, 2, 3, 4, 5}};

  @Test
  void theFirstOnesOfEachThatAreNotOwned() {
    assertThat(Candidates.of(History.of(), SCORES, 2)).containsExactly(0, 1, 4, 5);
    assertThat(Candidates.of(History.of(0, 5), SCORES, 2)).containsExactly(1, 2, 3, 4);
    assertThat(Candidates.of(History.of(0, 1, 2, 3, 4, 5), SCORES, 2)).isEmpty();
    assertThat(Candidates.of(History.of(-1, 17), SCORES, 1)).containsExactly(0, 5);
  }

  /** Item 0 was taken three times, item 1 once; ln(1 + 3) and ln(1 + 1). */
  @Test
  void whatIsKnownOfACandidate() {
    int[] user = {0, 1, 2, 2};
    int[] item = {0, 0, 0, 1};
    var log = new InteractionLog(3, 6, user, item, new float[] {1, 1, 1, 1}, new long[4]);
    CandidateFeatures features = CandidateFeatures.of(new RankingData(log));

    Table table =
        features.table(List.of("one", "two"), History.of(7, 8, 9), SCORES, new int[] {0, 1, 4});

    assertThat(table.columns())
        .extracting(column -> column.name())
        .containsExactly(
            "score one", "place one", "score two", "place two", "wanted", "trend", "history");
    assertThat(values(table, 0)).containsExactly(5, 4, 1);
    assertThat(values(table, 1)).containsExactly(0, (float) Math.log(2), (float) Math.log(3));
    assertThat(values(table, 2)).containsExactly(0, 1, 4);
    assertThat(values(table, 3)).containsExactly((float) Math.log(3), (float) Math.log(2), 0);
    assertThat(values(table, 4)).containsExactly((float) Math.log(4), (float) Math.log(2), 0);
    assertThat(values(table, 6)).containsOnly((float) Math.log(4));
  }

  /** Equal scores keep the order of the items. */
  @Test
  void equalScoresStandInTheOrderOfTheItems() {
    var log = new InteractionLog(0, 3, new int[0], new int[0], new float[0], new long[0]);
    CandidateFeatures features = CandidateFeatures.of(new RankingData(log));
    float[][] equal = {{1, 1, 1}};
    Table table = features.table(List.of("one"), History.of(), equal, new int[] {0, 1, 2});
    assertThat(values(table, 1)).containsExactly(0, (float) Math.log(2), (float) Math.log(3));
  }

  /** 6, 2 and 4 have the mean 4 and the variance 8/3; what is not ranked has the least, 2. */
  @Test
  void scoresAreMadeComparable() {
    float none = Float.NEGATIVE_INFINITY;
    var components =
        new Components(
            List.of("ranks", "says nothing", "all alike"),
            List.of(
                new Fixed(6, none, 2, 4), new Fixed(none, none, none, none), new Fixed(7, 7, 7, 7)),
            3,
            4);
    float[][] found = components.standardised(History.of());
    double deviation = Math.sqrt(8 / 3.0);
    float two = (float) (2 / deviation);
    assertThat(found[0]).usingComparatorWithPrecision(1e-6f).containsExactly(two, -two, -two, 0);
    assertThat(found[1]).containsOnly(0);
    assertThat(found[2]).containsOnly(0);
  }

  @Test
  void whoIsKnownByHistoryOrAsAUser() {
    var components = new Components(List.of(), List.of(), 3, 4);
    assertThat(components.know(History.of(4, -1))).isFalse();
    assertThat(components.know(History.of(3))).isTrue();
    assertThat(components.know(History.of(9, 0))).isTrue();
    assertThat(components.know(new History(2, new int[0], new float[0], new long[0]))).isTrue();
    assertThat(components.know(new History(0, new int[0], new float[0], new long[0]))).isTrue();
    assertThat(components.know(new History(3, new int[0], new float[0], new long[0]))).isFalse();
  }

  private static float[] values(Table table, int column) {
    return ((NumberColumn) table.columns().get(column)).values();
  }
}
