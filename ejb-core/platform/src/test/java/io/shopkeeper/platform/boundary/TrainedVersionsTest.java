package io.shopkeeper.platform.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopkeeper.ml.evaluation.Interval;
import io.shopkeeper.ml.evaluation.PairedFigure;
import io.shopkeeper.ml.evaluation.QualityGate;
import io.shopkeeper.training.Beside;
import io.shopkeeper.training.Trained;
import io.shopkeeper.training.TrainingTask;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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

  private static final PromotionPolicy UNATTENDED =
      new PromotionPolicy(
          PromotionPolicy.Automatic.UNATTENDED, "ndcg_at_10", new QualityGate(0.02));

  /** A candidate that was measured beside something. */
  private static ModelCandidate beside(
      Beside.Opponent opponent, int version, double ours, double theirs, int users) {
    var interval = new Interval(ours - theirs - 0.01, ours - theirs + 0.01);
    var facts = new LinkedHashMap<>(candidate().provenance());
    facts.putAll(
        new Beside(
                opponent,
                version,
                "time:0.2",
                Map.of("ndcg_at_10", new PairedFigure(ours, theirs, interval, users)))
            .facts());
    return candidate().told(facts);
  }

  private static final PromotionPolicy BY_ERROR =
      new PromotionPolicy(PromotionPolicy.Automatic.ALWAYS, "value_mae", new QualityGate(0.02));

  /** A candidate with a mean error beside that of the rate so far. */
  private static ModelCandidate wrongBy(double ours, double theirs) {
    var interval = new Interval(ours - theirs - 0.01, ours - theirs + 0.01);
    var facts = new LinkedHashMap<>(candidate().provenance());
    facts.putAll(
        new Beside(
                Beside.Opponent.RATE_SO_FAR,
                0,
                "last-horizon",
                Map.of("value_mae", new PairedFigure(ours, theirs, interval, 240)))
            .facts());
    return candidate().told(facts);
  }

  @Test
  void of_an_error_less_is_better() {
    var job = new Doing(false);

    versions.register(job, STARTED, wrongBy(4.2, 4), BY_ERROR);
    assertThat(registry.promoted).isEmpty();
    GateReport refused = registry.reports.getFirst().orElseThrow();
    assertThat(refused.verdict()).isEqualTo(GateReport.Verdict.WORSE);
    assertThat(refused.lessIsBetter()).isTrue();
    assertThat(refused.candidate()).isEqualTo(4.2);
    assertThat(refused.low()).isPositive();
    assertThat(job.lines.getLast())
        .isEqualTo(
            "refused by the quality gate, kept as a candidate: value_mae 4.2000 against 4.0000 of the rate so far, difference 0.1900 to 0.2100, 240 customers, last-horizon");

    versions.register(job, STARTED, wrongBy(3.8, 4), BY_ERROR);
    assertThat(registry.promoted).hasSize(1);
    assertThat(registry.reports.getLast().orElseThrow().verdict())
        .isEqualTo(GateReport.Verdict.BETTER);
  }

  @Test
  void a_first_version_that_is_worse_than_popularity_does_not_go_live() {
    var job = new Doing(false);

    versions.register(
        job, STARTED, beside(Beside.Opponent.POPULARITY, 0, 0.1, 0.2, 500), UNATTENDED);
    assertThat(registry.promoted).isEmpty();
    GateReport refused = registry.reports.getFirst().orElseThrow();
    assertThat(refused.verdict()).isEqualTo(GateReport.Verdict.WORSE);
    assertThat(refused.opponent()).isEqualTo(GateReport.Opponent.POPULARITY);
    assertThat(refused.opponentVersion()).isNull();
    assertThat(registry.kept.getFirst().provenance()).containsEntry("target", "units");
    assertThat(registry.kept.getFirst().provenance().keySet())
        .noneMatch(name -> name.startsWith("beside"));
    assertThat(job.lines.getLast())
        .isEqualTo(
            "refused by the quality gate, kept as a candidate: ndcg_at_10 0.1000 against 0.2000 of popularity, difference -0.1100 to -0.0900, 500 users, time:0.2");

    versions.register(
        job, STARTED, beside(Beside.Opponent.POPULARITY, 0, 0.2, 0.1, 500), UNATTENDED);
    assertThat(registry.promoted).singleElement().asString().contains("v2").contains("popularity");
  }

  @Test
  void too_few_users_keep_no_first_version_from_going_live() {
    versions.register(
        new Doing(false), STARTED, beside(Beside.Opponent.POPULARITY, 0, 0.1, 0.2, 5), UNATTENDED);
    assertThat(registry.promoted).hasSize(1);
    assertThat(registry.reports.getFirst().orElseThrow().verdict())
        .isEqualTo(GateReport.Verdict.UNKNOWN);
  }

  @Test
  void who_passes_the_gate_goes_live_where_nobody_stands_by() {
    versions.register(new Doing(false), candidate());
    ModelCandidate better = beside(Beside.Opponent.LIVE_MODEL, 1, 0.3, 0.2, 500);
    versions.register(new Doing(false), STARTED, better, UNATTENDED);
    assertThat(registry.promoted).as("somebody stands by").hasSize(1);
    versions.register(
        Doing.byItself(),
        STARTED,
        beside(Beside.Opponent.LIVE_MODEL, 1, 0.1, 0.2, 500),
        UNATTENDED);
    assertThat(registry.promoted).as("worse").hasSize(1);
    versions.register(
        Doing.byItself(), STARTED, beside(Beside.Opponent.LIVE_MODEL, 1, 0.3, 0.2, 5), UNATTENDED);
    assertThat(registry.promoted).as("nothing is known").hasSize(1);
    versions.register(Doing.byItself(), STARTED, better, UNATTENDED);
    assertThat(registry.promoted.getLast()).startsWith("stock v5 by mei: The quality gate let it");
    var late = Doing.byItself();
    versions.register(late, STARTED, better, UNATTENDED);
    assertThat(registry.promoted).as("v1 is not live any more").hasSize(2);
    assertThat(late.lines.getLast()).contains("version 5 went live meanwhile");
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
    private final List<Optional<GateReport>> reports = new ArrayList<>();
    private final List<String> promoted = new ArrayList<>();
    private Optional<ModelVersionView> live = Optional.empty();
    private String by = "";

    @Override
    public ModelVersionView register(
        ModelCandidate candidate, Optional<GateReport> report, String who) {
      kept.add(candidate);
      reports.add(report);
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
          null,
          null);
    }
  }

  /** A job with four threads, asked for by Mei. */
  private record Doing(boolean cancelled, boolean unattended, List<String> lines)
      implements JobContext {

    Doing(boolean cancelled) {
      this(cancelled, false, new ArrayList<>());
    }

    static Doing byItself() {
      return new Doing(false, true, new ArrayList<>());
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
