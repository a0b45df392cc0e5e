package io.shopkeeper.catalog.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.catalog.boundary.EventType;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HandTallyTest {

  private HandTally tally;

  @BeforeEach
  void begin() {
    tally = new HandTally();
  }

  @Test
  void whatWasPutInLiesInTheCartUntilItIsTakenOut() {
    tally.add("p", EventType.CART, at(1));
    assertThat(tally.belongings().cart()).containsEntry("p", at(1));
    tally.add("p", EventType.REMOVE_FROM_CART, at(2));
    assertThat(tally.belongings().cart()).isEmpty();
    tally.add("p", EventType.CART, at(3));
    assertThat(tally.belongings().cart()).containsEntry("p", at(3));
  }

  @Test
  void theOrderInWhichActsComeDoesNotMatter() {
    tally.add("p", EventType.REMOVE_FROM_CART, at(2));
    tally.add("p", EventType.CART, at(1));
    assertThat(tally.belongings().cart()).isEmpty();
    tally.add("q", EventType.REMOVE_FROM_CART, at(2));
    tally.add("q", EventType.CART, at(2));
    assertThat(tally.belongings().cart()).as("at one time").isEmpty();
  }

  @Test
  void whatWasBoughtLeavesTheCartAndIsOwned() {
    tally.add("p", EventType.CART, at(1));
    tally.add("p", EventType.PURCHASE, at(2));
    assertThat(tally.belongings().cart()).isEmpty();
    assertThat(tally.belongings().owned()).containsEntry("p", at(2));
    tally.add("p", EventType.CART, at(9));
    assertThat(tally.belongings().cart()).as("wanted once more").containsEntry("p", at(9));
  }

  @Test
  void whatWasRatedIsOwnedAndMayStillLieInTheCart() {
    tally.add("p", EventType.CART, at(1));
    tally.add("p", EventType.RATING, at(2));
    assertThat(tally.belongings().cart()).containsKey("p");
    assertThat(tally.belongings().owned()).containsEntry("p", at(2));
  }

  @Test
  void lookingMakesNobodyAnOwner() {
    for (EventType type : EventType.values()) {
      if (type != EventType.CART && type != EventType.PURCHASE && type != EventType.RATING) {
        tally.add("p", type, at(1));
      }
    }
    assertThat(tally.belongings().cart()).isEmpty();
    assertThat(tally.belongings().owned()).isEmpty();
  }

  private static Instant at(int time) {
    return Instant.ofEpochMilli(time);
  }
}
