package io.shopkeeper.fraud.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ModelPaceTest {

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final ModelPace pace = new ModelPace();

  @Test
  void aModelThatIsLateThreeTimesInARowRestsForFiveSeconds() {
    pace.answered(false, 0);
    pace.answered(false, 0);
    pace.answered(true, 0);
    pace.answered(false, 0);
    pace.answered(false, 0);
    assertThat(pace.rests(0)).isFalse();
    pace.answered(false, 10 * SECOND);
    assertThat(pace.rests(14 * SECOND)).isTrue();
    assertThat(pace.rests(15 * SECOND)).as("it may try").isFalse();
    pace.answered(false, 15 * SECOND);
    assertThat(pace.rests(19 * SECOND)).as("and was late once more").isTrue();
    assertThat(pace.rests(20 * SECOND)).isFalse();
    pace.answered(true, 20 * SECOND);
    pace.answered(false, 20 * SECOND);
    assertThat(pace.rests(20 * SECOND)).isFalse();
  }
}
