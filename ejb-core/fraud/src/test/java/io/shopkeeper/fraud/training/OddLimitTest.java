package io.shopkeeper.fraud.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.fraud.boundary.Outcome;
import org.junit.jupiter.api.Test;

class OddLimitTest {

  private static final OddLimit ONE = new OddLimit(1);

  @Test
  void theOddestAreLookedAtAndNeverRefused() {
    assertThat(ONE.outcome(0.999)).isEqualTo(Outcome.REVIEW);
    assertThat(ONE.outcome(1)).isEqualTo(Outcome.REVIEW);
    assertThat(ONE.outcome(0.9989)).isEqualTo(Outcome.ALLOW);
    assertThat(ONE.outcome(1).and(Outcome.BLOCK)).isEqualTo(Outcome.BLOCK);
  }

  @Test
  void whatIsNotKnownOrNotWantedAsksForNothing() {
    assertThat(ONE.outcome(Double.NaN)).isEqualTo(Outcome.ALLOW);
    assertThat(OddLimit.NONE.outcome(1)).isEqualTo(Outcome.ALLOW);
  }
}
