package io.shopkeeper.console.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.platform.boundary.TrialView;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrialTableTest {

  @Test
  void theBestIsFirstAndWhatFailedIsLast() {
    TrialTable table =
        TrialTable.of(
            List.of(
                trial(1, 1, 0.2),
                trial(2, 0.3, 0.9),
                trial(3, 1, null),
                trial(4, 1, 0.4),
                trial(5, 0.3, 0.1)));
    assertThat(table.rows()).extracting(row -> row.trial().number()).containsExactly(4, 1, 2, 5, 3);
    assertThat(table.rows())
        .filteredOn(TrialTable.Row::best)
        .as("a score with a part of the data is not the best")
        .extracting(row -> row.trial().number())
        .containsExactly(4);
    assertThat(table.rows().getLast().failed()).isTrue();
    assertThat(table.options()).containsExactly("penalty");
    assertThat(table.rows().getFirst().values()).containsExactly("4");
  }

  @Test
  void ofManyTheBestAreShown() {
    TrialTable table =
        TrialTable.of(
            IntStream.rangeClosed(1, 150).mapToObj(i -> trial(i, 1, (double) i)).toList());
    assertThat(table.rows()).hasSize(TrialTable.MOST_SHOWN);
    assertThat(table.rows().getFirst().trial().number()).isEqualTo(150);
    assertThat(table.count()).isEqualTo(150);
    assertThat(TrialTable.of(List.of()).isShown()).isFalse();
  }

  private static TrialView trial(int number, double share, Double score) {
    return new TrialView(
        number, Map.of("penalty", Integer.toString(number)), share, score, 0.1, "");
  }
}
