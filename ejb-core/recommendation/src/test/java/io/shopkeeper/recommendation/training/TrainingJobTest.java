package io.shopkeeper.recommendation.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.catalog.boundary.BehaviourEvents;
import io.shopkeeper.platform.boundary.ModelTrainingJob;
import io.shopkeeper.platform.boundary.TrainingExecutors;
import io.shopkeeper.platform.boundary.TrainingPlace;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What memory of the server a training on the shop's events is reckoned with. */
class TrainingJobTest {

  private static final long PER_EVENT = 120;

  @Test
  void in_the_server_each_event_takes_its_part() {
    assertThat(bytes(1_000_000, "server")).isEqualTo(1_000_000 * PER_EVENT);
  }

  @Test
  void beside_a_worker_it_is_a_block() {
    assertThat(bytes(1_000, "worker")).isEqualTo(TrainingExecutors.BYTES_BESIDE_WORKER);
  }

  @Test
  void up_to_five_thousand_events_are_small_and_stay_in_the_server() {
    assertThat(bytes(5_000, "auto")).isEqualTo(5_000 * PER_EVENT);
    assertThat(bytes(5_001, "auto")).isEqualTo(TrainingExecutors.BYTES_BESIDE_WORKER);
  }

  private static long bytes(long events, String executor) {
    var clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    return new ModelTrainingJob(
            RecommendationTraining.SUBJECT,
            new ShopSnapshot(new Counted(events), null, null, null),
            new ModelTrainingJob.Means(new Usual(), null, () -> null, clock))
        .memoryBytes(Map.of("executor", executor));
  }

  /** So many events. */
  private static final class Counted extends BehaviourEvents {

    private final long events;

    Counted(long events) {
      this.events = events;
    }

    @Override
    public long count() {
      return events;
    }
  }

  /** Executors with a worker that is used for all that is not small. */
  private static final class Usual extends TrainingExecutors {

    @Override
    public boolean inWorker(TrainingPlace wanted, boolean small) {
      return wanted == TrainingPlace.WORKER || (wanted == TrainingPlace.AUTO && !small);
    }
  }
}
