package io.shopkeeper.platform.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.platform.boundary.JobState;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JobTest {

  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  private final Job job = new Job("import", "Import of products", Map.of("a", "1"), "mei", NOW);

  @Test
  void waitsWithItsParameters() {
    assertThat(job.state()).isEqualTo(JobState.QUEUED);
    assertThat(job.parameters()).isEqualTo(Map.of("a", "1"));
  }

  @Test
  void oneThatWaitsIsStoppedAtOnce() {
    job.askToStop(NOW);
    assertThat(job.state()).isEqualTo(JobState.CANCELLED);
  }

  @Test
  void oneThatRunsIsAskedToStop() {
    job.start(NOW, "n1");
    job.askToStop(NOW);
    assertThat(job.state()).isEqualTo(JobState.RUNNING);
    assertThat(job.cancelAsked()).isTrue();
  }

  @Test
  void oneThatEndedStaysAsItIs() {
    job.start(NOW, "n1");
    job.end(JobState.SUCCEEDED, null, NOW);
    job.askToStop(NOW);
    assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(job.cancelAsked()).isFalse();
  }

  @Test
  void aCrashSendsItBackToTheQueue() {
    job.start(NOW, "n1");
    job.resume();
    assertThat(job.state()).isEqualTo(JobState.QUEUED);
  }

  /** Titles carry file names, which come from outside. */
  @Test
  void aTitleLongerThanItsColumnIsShortened() {
    var named = new Job("import", "Import of " + "x".repeat(300), Map.of(), "mei", NOW);
    assertThat(named.title()).hasSize(300).endsWith("…");
  }
}
