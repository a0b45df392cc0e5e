package io.shopkeeper.ml.hybrid;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.ml.ranking.InteractionLog;
import io.shopkeeper.ml.ranking.RankingData;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeldOutTest {

  private static final int ITEMS = 12;

  /** Ten interactions of user 0 with items 0 to 9, three of user 1, one of user 2. */
  private static RankingData data() {
    int[] user = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 2};
    int[] item = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 3, 10, 3, 11};
    return new RankingData(log(3, user, item));
  }

  private static InteractionLog log(int users, int[] user, int[] item) {
    float[] ones = new float[user.length];
    Arrays.fill(ones, 1);
    return new InteractionLog(
        users, ITEMS, user, item, ones, IntStream.range(0, user.length).asLongStream().toArray());
  }

  private static List<Integer> wanted(HeldOut held, int question) {
    return held.questions().get(question).wanted().stream().boxed().toList();
  }

  @Test
  void theLastOnesOfEachUserAreHeldOut() {
    HeldOut held = HeldOut.of(data(), HeldOutChoice.LAST, 0.3, 20, 1);
    assertThat(held.training().log().size()).isEqualTo(14 - 3 - 1);
    assertThat(held.questions()).hasSize(1);
    assertThat(held.questions().getFirst().history().items()).containsExactly(0, 1, 2, 3, 4, 5, 6);
    assertThat(wanted(held, 0)).containsExactly(7, 8, 9);
  }

  /** The last one of user 1 is item 3, which is in the history: nothing new is asked for. */
  @Test
  void whatIsInTheHistoryIsNotWanted() {
    HeldOut one = HeldOut.of(data(), HeldOutChoice.LAST, 0, 20, 1);
    assertThat(one.questions()).hasSize(1);
    assertThat(wanted(one, 0)).containsExactly(9);
    HeldOut two = HeldOut.of(data(), HeldOutChoice.LAST, 0.5, 20, 1);
    assertThat(two.questions()).hasSize(1);
  }

  @Test
  void noMoreThanSoManyAndSomethingStays() {
    HeldOut few = HeldOut.of(data(), HeldOutChoice.LAST, 0.5, 2, 1);
    assertThat(wanted(few, 0)).containsExactly(8, 9);
    var two = new RankingData(log(1, new int[] {0, 0}, new int[] {4, 5}));
    HeldOut held = HeldOut.of(two, HeldOutChoice.LAST, 0.5, 20, 1);
    assertThat(held.questions().getFirst().history().items()).containsExactly(4);
    assertThat(wanted(held, 0)).containsExactly(5);
  }

  @Test
  void anyMayBeHeldOutOnceEach() {
    boolean[] seen = new boolean[10];
    for (long seed = 0; seed < 60; seed++) {
      HeldOut held = HeldOut.of(data(), HeldOutChoice.ANY, 0.3, 20, seed);
      HeldOut.Question question = held.questions().getFirst();
      assertThat(question.wanted().cardinality()).isEqualTo(3);
      assertThat(question.history().size()).isEqualTo(7);
      for (int item : question.history().items()) {
        assertThat(question.wanted().get(item)).isFalse();
      }
      question.wanted().stream().forEach(item -> seen[item] = true);
    }
    assertThat(seen).containsOnly(true);
  }

  @Test
  void aSeedHoldsOutTheSame() {
    assertThat(wanted(HeldOut.of(data(), HeldOutChoice.ANY, 0.3, 20, 5), 0))
        .isEqualTo(wanted(HeldOut.of(data(), HeldOutChoice.ANY, 0.3, 20, 5), 0));
  }
}
