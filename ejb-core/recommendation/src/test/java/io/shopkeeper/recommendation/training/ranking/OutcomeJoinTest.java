package io.shopkeeper.recommendation.training.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.catalog.boundary.BehaviourEvent;
import io.shopkeeper.catalog.boundary.EventType;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What followed from what was shown. */
class OutcomeJoinTest {

  private static final long HOUR = 3_600_000;
  private int acts;

  private BehaviourEvent act(EventType type, String product, long at) {
    return new BehaviourEvent(
        "e-" + acts++,
        type,
        null,
        "anna",
        product,
        null,
        "web",
        null,
        null,
        Instant.ofEpochMilli(at));
  }

  private static ShownList shown(long id, String unit, long at, String... products) {
    return new ShownList(id, unit, at, List.of(products), new float[0]);
  }

  @Test
  void theStrongestActWithinTheWindowCounts() {
    var join = new OutcomeJoin(2 * HOUR);
    ShownList list = shown(1, "v:anna", 10 * HOUR, "a", "b", "c", "d", "e");
    List<BehaviourEvent> done =
        List.of(
            act(EventType.CLICK, "a", 10 * HOUR + 5),
            act(EventType.PURCHASE, "a", 11 * HOUR),
            act(EventType.CART, "b", 12 * HOUR - 1),
            act(EventType.PURCHASE, "c", 12 * HOUR),
            act(EventType.PURCHASE, "d", 10 * HOUR - 1),
            act(EventType.VIEW, "e", 11 * HOUR),
            act(EventType.PURCHASE, "other", 11 * HOUR),
            act(EventType.SEARCH, null, 11 * HOUR));
    assertThat(join.of(list, done))
        .containsExactly(
            FollowUp.PURCHASE,
            FollowUp.CART,
            FollowUp.NOTHING, // the window's end is outside
            FollowUp.NOTHING, // before it was shown
            FollowUp.NOTHING);
  }

  @Test
  void anActFollowsFromTheLastListBeforeItAlone() {
    var join = new OutcomeJoin(0);
    List<BehaviourEvent> done =
        List.of(act(EventType.PURCHASE, "a", 30), act(EventType.CLICK, "a", 15));
    assertThat(join.of(shown(2, "v:anna", 20, "a", "b"), done))
        .containsExactly(FollowUp.PURCHASE, FollowUp.NOTHING);
    assertThat(join.of(shown(1, "v:anna", 10, "b", "a"), done))
        .containsExactly(FollowUp.NOTHING, FollowUp.CLICK);
  }

  @Test
  void whatOthersWereShownLaterTakesNothingAway() {
    var join = new OutcomeJoin(0);
    join.of(shown(2, "v:ben", 20, "a"), List.of());
    assertThat(join.of(shown(1, "v:anna", 10, "a"), List.of(act(EventType.PURCHASE, "a", 30))))
        .containsExactly(FollowUp.PURCHASE);
  }

  @Test
  void aWindowOfZeroNeverEnds() {
    var join = new OutcomeJoin(0);
    assertThat(
            join.of(
                shown(1, "v:anna", 10, "a"), List.of(act(EventType.PURCHASE, "a", 10_000 * HOUR))))
        .containsExactly(FollowUp.PURCHASE);
  }
}
