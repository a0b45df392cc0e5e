package io.shopkeeper.ml.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionsTest {

  private static final byte WANTED = 2;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void figuresAreThoseOfPlainLists(long seed) {
    var shop = new MadeShop(seed);
    long gap = seed % 2 == 0 ? 2 : Sessions.GAP;
    List<List<MadeShop.Act>> sessions = shop.sessions(gap);
    SessionFigures figures = SessionFigures.of(shop.log, shop.filter, gap, WANTED);
    assertThat(figures.sessions()).isEqualTo(sessions.size()).isPositive();
    assertThat(figures.people())
        .isEqualTo(sessions.stream().map(one -> one.getFirst().person()).distinct().count());
    assertThat(figures.acts()).isEqualTo(sessions.stream().mapToLong(List::size).sum());
    assertThat(figures.single())
        .isEqualTo(sessions.stream().filter(one -> one.size() == 1).count());
    assertThat(figures.converted())
        .isEqualTo(
            sessions.stream()
                .filter(one -> one.stream().anyMatch(act -> act.kind() == WANTED))
                .count());
    long[] durations =
        sessions.stream()
            .mapToLong(one -> one.getLast().time() - one.getFirst().time())
            .sorted()
            .toArray();
    assertThat(figures.medianMillis()).isEqualTo(durations[(durations.length - 1) / 2]);
    assertThat(figures.lengths().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(sessions.size());
    assertThat(figures.lengths().get(1))
        .isEqualTo(sessions.stream().filter(one -> one.size() == 2).count());
    assertThat(figures.lengths().get(3))
        .isEqualTo(sessions.stream().filter(one -> one.size() >= 5 && one.size() < 10).count());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void pathsAreThoseOfPlainLists(long seed) {
    var shop = new MadeShop(seed);
    long gap = seed % 2 == 0 ? 2 : Sessions.GAP;
    Map<List<Integer>, Long> expected = new HashMap<>();
    for (List<MadeShop.Act> session : shop.sessions(gap)) {
      List<Integer> kinds = new ArrayList<>();
      for (MadeShop.Act act : session) {
        if (kinds.size() < 3 && (kinds.isEmpty() || kinds.getLast() != act.kind())) {
          kinds.add(act.kind());
        }
      }
      expected.merge(kinds, 1L, Long::sum);
    }
    Paths.Found found = Paths.of(shop.log, shop.filter, gap, 3, 1000);
    Map<List<Integer>, Long> paths = new HashMap<>();
    found.paths().forEach(path -> paths.put(path.kinds(), path.sessions()));
    assertThat(paths).isEqualTo(expected);
    assertThat(found.different()).isEqualTo(expected.size());
    assertThat(found.all()).isEqualTo(expected.values().stream().mapToLong(one -> one).sum());
    assertThat(found.paths())
        .extracting(Paths.Path::sessions)
        .isSortedAccordingTo((a, b) -> Long.compare(b, a));
    assertThat(Paths.of(shop.log, shop.filter, gap, 3, 2).paths())
        .isEqualTo(found.paths().subList(0, 2));
  }

  /** Half an hour to the millisecond is the same session; one more is not. */
  @Test
  void theGapBelongsToTheSession() {
    var columns = new ActColumns();
    LongStream.of(0, Sessions.GAP, 2 * Sessions.GAP + 1)
        .forEach(at -> columns.add(0, at, 0, 0, -1));
    SessionFigures figures =
        SessionFigures.of(columns.by(new int[] {0}, 1), ActFilter.ALL, Sessions.GAP, WANTED);
    assertThat(figures.sessions()).isEqualTo(2);
    assertThat(figures.hours().get(3).get(0)).as("Thursday, midnight").isEqualTo(1);
    assertThat(figures.hours().get(3).get(1)).isEqualTo(1);
    assertThat(figures.meanActs()).isEqualTo(1.5);
    assertThat(figures.medianMillis()).as("the lower of two").isZero();
  }
}
