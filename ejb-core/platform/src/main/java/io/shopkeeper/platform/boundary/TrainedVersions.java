package io.shopkeeper.platform.boundary;

import io.shopkeeper.training.Beside;
import io.shopkeeper.training.Opponent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How what a job trained comes into the registry: as the next version of its model. The first
 * version of a model goes live unless the quality gate refuses it; later ones wait for somebody who
 * compares them, or go live where a {@link PromotionPolicy} says so and the gate lets them pass.
 *
 * <pre>{@code
 * Instant started = clock.instant();
 * Trained trained = executors.train(job, plan, snapshot);
 * versions.register(
 *     job, started, ModelCandidate.of(model, FORMAT, task, trained).madeFrom(data));
 * }</pre>
 */
public final class TrainedVersions {

  private static final String FIRST = "The first version goes live.";
  private static final String PASSED = "The quality gate let it pass: ";

  private final ModelRegistry registry;
  private final Clock clock;

  /**
   * Into that registry.
   *
   * @param clock that says how long a training took
   */
  public TrainedVersions(ModelRegistry registry, Clock clock) {
    this.registry = registry;
    this.clock = clock;
  }

  /**
   * The version that serves, for its successor to be measured beside; empty if none does. Without
   * its artefact where that is damaged.
   */
  public Optional<Opponent> opponent(String model) {
    return registry
        .live(model)
        .map(
            live ->
                new Opponent(
                    live.version(),
                    live.algorithm(),
                    live.hyperParameters(),
                    live.seed(),
                    Optional.ofNullable(live.data().to()),
                    artefact(live)));
  }

  /** Without it the candidate is measured beside the live version's settings. */
  private byte[] artefact(ModelVersionView live) {
    try {
      return registry.artefact(live.name(), live.version());
    } catch (ConflictException damaged) {
      return new byte[0];
    }
  }

  /**
   * Registers a candidate, with the time that it took and the threads in its provenance.
   *
   * @param started when the job began with it
   * @throws JobCancelledException if the job is to stop; then nothing is registered
   */
  public ModelVersionView register(JobContext job, Instant started, ModelCandidate candidate) {
    return register(job, started, candidate, PromotionPolicy.FIRST_ONLY);
  }

  /**
   * The same, with a gate that the candidate has to pass.
   *
   * @param policy when it goes live by itself
   * @throws JobCancelledException if the job is to stop; then nothing is registered
   */
  public ModelVersionView register(
      JobContext job, Instant started, ModelCandidate candidate, PromotionPolicy policy) {
    Map<String, String> provenance = new LinkedHashMap<>(candidate.provenance());
    Duration taken = Duration.between(started, clock.instant());
    provenance.put("trainSeconds", String.format(Locale.ROOT, "%.2f", taken.toMillis() / 1000.0));
    provenance.put("threads", Integer.toString(job.threads()));
    return register(job, candidate.told(provenance), policy);
  }

  /**
   * Registers a candidate.
   *
   * @throws JobCancelledException if the job is to stop; then nothing is registered
   */
  public ModelVersionView register(JobContext job, ModelCandidate candidate) {
    return register(job, candidate, PromotionPolicy.FIRST_ONLY);
  }

  private ModelVersionView register(
      JobContext job, ModelCandidate candidate, PromotionPolicy policy) {
    job.progress(0.97, "registering");
    job.stopIfCancelled();
    Optional<GateReport> report = policy.judge(Beside.of(candidate.provenance()));
    ModelCandidate kept =
        candidate.madeBy(job.jobId()).told(Beside.without(candidate.provenance()));
    ModelVersionView version = registry.register(kept, report, job.requestedBy());
    job.log("registered as version " + version.version());
    Optional<ModelVersionView> live = registry.live(version.name());
    if (report.filter(GateReport::refused).isPresent()) {
      job.log("refused by the quality gate, kept as a candidate: " + said(report));
    } else if (live.isEmpty()) {
      promote(job, version, report.isEmpty() ? FIRST : FIRST + " " + PASSED + said(report));
      job.log("promoted: no version was live");
    } else if (report.filter(GateReport::passed).isPresent() && policy.covers(job)) {
      promoteAgainst(job, version, live.get(), report.get());
    }
    return version;
  }

  /** Somebody may have let another version serve since the candidate was measured. */
  private void promoteAgainst(
      JobContext job, ModelVersionView version, ModelVersionView live, GateReport report) {
    if (report.opponentVersion() == null || report.opponentVersion() != live.version()) {
      job.log(
          "not promoted: version %d went live meanwhile, and nobody compared with it"
              .formatted(live.version()));
      return;
    }
    promote(job, version, PASSED + report.sentence());
    job.log("promoted, the quality gate let it pass: " + report.sentence());
  }

  private void promote(JobContext job, ModelVersionView version, String reason) {
    registry.promote(version.name(), version.version(), job.requestedBy(), reason);
  }

  private static String said(Optional<GateReport> report) {
    return report.map(GateReport::sentence).orElse("");
  }
}
