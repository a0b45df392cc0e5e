package io.shopkeeper.ml.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FunnelTest {

  private static final byte VIEW = 0;
  private static final byte CART = 1;

  /** Beside all chains there are. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void countsAsTryingAllChainsDoes(long seed) {
    var shop = new MadeShop(seed);
    var random = new SplittableRandom(seed);
    byte[] steps = new byte[1 + random.nextInt(4)];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = (byte) random.nextInt(MadeShop.KINDS);
    }
    long window = 1 + random.nextLong(seed % 2 == 0 ? 20 : 8 * Sessions.GAP);
    long[] people = new long[steps.length];
    for (int person = 0; person < MadeShop.PEOPLE; person++) {
      add(people, reached(shop.of(person), steps, window));
    }
    assertThat(Funnel.people(shop.log, shop.filter, steps, window)).containsExactly(people);
    long[] sessions = new long[steps.length];
    shop.sessions(Sessions.GAP / 2)
        .forEach(session -> add(sessions, reached(session, steps, Long.MAX_VALUE)));
    assertThat(Funnel.sessions(shop.log, shop.filter, steps, Sessions.GAP / 2))
        .containsExactly(sessions);
  }

  private static void add(long[] counts, int reached) {
    for (int i = 0; i < reached; i++) {
      counts[i]++;
    }
  }

  private static int reached(List<MadeShop.Act> acts, byte[] steps, long window) {
    int best = 0;
    for (MadeShop.Act first : acts) {
      if (first.kind() == steps[0]) {
        best = Math.max(best, 1 + after(acts, steps, 1, first.time(), first.time(), window));
      }
    }
    return best;
  }

  private static int after(
      List<MadeShop.Act> acts, byte[] steps, int step, long begin, long before, long window) {
    int best = 0;
    if (step < steps.length) {
      for (MadeShop.Act act : acts) {
        if (act.kind() == steps[step] && act.time() > before && act.time() - begin <= window) {
          best = Math.max(best, 1 + after(acts, steps, step + 1, begin, act.time(), window));
        }
      }
    }
    return best;
  }

  /** A view long ago must not hide the one from which the cart is within the window. */
  @Test
  void theLatestBeginningCounts() {
    var columns = new ActColumns();
    columns.add(0, 10, VIEW, 0, -1);
    columns.add(0, 100, VIEW, 0, -1);
    columns.add(0, 105, CART, 0, -1);
    columns.add(1, 10, VIEW, 0, -1);
    columns.add(1, 10, CART, 0, -1);
    ActLog log = columns.by(new int[] {0, 1}, 2);
    assertThat(Funnel.people(log, ActFilter.ALL, new byte[] {VIEW, CART}, 5))
        .as("acts of the same time do not follow one another")
        .containsExactly(2, 1);
    assertThat(Funnel.people(log, ActFilter.ALL, new byte[] {VIEW, VIEW, CART}, 200))
        .containsExactly(2, 1, 1);
  }

  @Test
  void withoutStepsThereIsNone() {
    ActLog log = new ActColumns().by(new int[0], 0);
    assertThat(Funnel.people(log, ActFilter.ALL, new byte[] {VIEW}, 5)).containsExactly(0);
    assertThatThrownBy(() -> Funnel.people(log, ActFilter.ALL, new byte[0], 5))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
