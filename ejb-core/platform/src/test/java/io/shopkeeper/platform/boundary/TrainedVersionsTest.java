package io.shopkeeper.platform.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopkeeper.training.Trained;
import io.shopkeeper.training.TrainingTask;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How what a job trained comes into the registry. */
class TrainedVersionsTest {

  private static final Instant STARTED = Instant.parse("2026-05-01T10:00:00Z");
  private static final Clock CLOCK = Clock.fixed(STARTED.plusMillis(2_340), ZoneOffset.UTC);

  private final Remembering registry = new Remembering();
  private final TrainedVersions versions = new TrainedVersions(registry, CLOCK);

  @Test
  void all_that_a_training_gave_is_registered_as_made_by_the_job() {
    var data = new DataSnapshot(null, null, Map.of("rows", 7L), "hash", List.of());

    versions.register(new Doing(false), STARTED, candidate().madeFrom(data));

    ModelCandidate kept = registry.kept.getFirst();
    assertThat(kept.name()).isEqualTo("stock");
    assertThat(kept.algorithm()).isEqualTo("ridge");
    assertThat(kept.formatVersion()).isEqualTo(3);
    assertThat(kept.artefact()).containsExactly(1, 2);
    assertThat(kept.hyperParameters()).containsExactly(Map.entry("l2", "0.5"));
    assertThat(kept.seed()).isEqualTo(11);
    assertThat(kept.metrics()).isEqualTo(Map.of("random:0.2@42", Map.of("r2", 0.7)));
    assertThat(kept.standardErrors()).isEqualTo(Map.of("random:0.2@42", Map.of("r2", 0.01)));
    assertThat(kept.curves()).isEqualTo(Map.of("loss", List.of(2.0, 1.0)));
    assertThat(kept.files()).containsOnlyKeys("report.json");
    assertThat(kept.data()).isEqualTo(data);
    assertThat(kept.jobId()).isEqualTo(5);
    assertThat(kept.provenance())
        .containsOnly(
            Map.entry("target", "units"),
            Map.entry("trainSeconds", "2.34"),
            Map.entry("threads", "4"));
    assertThat(registry.by).isEqualTo("mei");
  }

  @Test
  void the_first_version_goes_live_and_later_ones_wait() {
    var job = new Doing(false);

    versions.register(job, candidate());
    versions.register(job, candidate());

    assertThat(registry.kept).hasSize(2);
    assertThat(registry.promoted).containsExactly("stock v1 by mei: The first version goes live.");
    assertThat(job.lines)
        .containsExactly(
            "registered as version 1", "promoted: no version was live", "registered as version 2");
  }

  @Test
  void a_job_that_is_to_stop_registers_nothing() {
    assertThatThrownBy(() -> versions.register(new Doing(true), candidate()))
        .isInstanceOf(JobCancelledException.class);

    assertThat(registry.kept).isEmpty();
  }

  private static ModelCandidate candidate() {
    return ModelCandidate.of(
        "stock",
        3,
        new TrainingTask("ridge", Map.of(), 11, Map.of()),
        new Trained(
            new byte[] {1, 2},
            Map.of("l2", "0.5"),
            Map.of("random:0.2@42", Map.of("r2", 0.7)),
            Map.of("random:0.2@42", Map.of("r2", 0.01)),
            Map.of("loss", List.of(2.0, 1.0)),
            Map.of("target", "units"),
            Map.of("report.json", new byte[] {3})));
  }

  /** A registry that only remembers. */
  private static final class Remembering extends ModelRegistry {

    private final List<ModelCandidate> kept = new ArrayList<>();
    private final List<String> promoted = new ArrayList<>();
    private Optional<ModelVersionView> live = Optional.empty();
    private String by = "";

    @Override
    public ModelVersionView register(ModelCandidate candidate, String who) {
      kept.add(candidate);
      by = who;
      return version(candidate.name(), kept.size());
    }

    @Override
    public Optional<ModelVersionView> live(String name) {
      return live;
    }

    @Override
    public ModelVersionView promote(String name, int version, String who, String reason) {
      promoted.add("%s v%d by %s: %s".formatted(name, version, who, reason));
      live = Optional.of(version(name, version));
      return live.orElseThrow();
    }

    private static ModelVersionView version(String name, int version) {
      return new ModelVersionView(
          name,
          version,
          "",
          Stage.CANDIDATE,
          1,
          0,
          "",
          Map.of(),
          0,
          Map.of(),
          Map.of(),
          Map.of(),
          STARTED,
          "",
          null,
          Map.of(),
          DataSnapshot.UNKNOWN,
          List.of(),
          List.of(),
          "",
          null,
          "",
          null,
          null);
    }
  }

  /** A job with four threads, asked for by Mei. */
  private record Doing(boolean cancelled, List<String> lines) implements JobContext {

    Doing(boolean cancelled) {
      this(cancelled, new ArrayList<>());
    }

    @Override
    public long jobId() {
      return 5;
    }

    @Override
    public Map<String, String> parameters() {
      return Map.of("by", "mei");
    }

    @Override
    public int threads() {
      return 4;
    }

    @Override
    public void progress(double fraction, String phase) {}

    @Override
    public void log(String line) {
      lines.add(line);
    }

    @Override
    public void stopIfCancelled() {
      if (cancelled) {
        throw new JobCancelledException(jobId());
      }
    }
  }
}
