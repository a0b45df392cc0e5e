package io.shopkeeper.platform.boundary;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How what a job trained comes into the registry: as the next version of its model. The first
 * version of a model goes live at once; later ones wait for somebody who compares them.
 *
 * <pre>{@code
 * Instant started = clock.instant();
 * Trained trained = executors.train(job, plan, snapshot);
 * versions.register(
 *     job, started, ModelCandidate.of(model, FORMAT, task, trained).madeFrom(data));
 * }</pre>
 */
public final class TrainedVersions {

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
   * Registers a candidate, with the time that it took and the threads in its provenance.
   *
   * @param started when the job began with it
   * @throws JobCancelledException if the job is to stop; then nothing is registered
   */
  public ModelVersionView register(JobContext job, Instant started, ModelCandidate candidate) {
    Map<String, String> provenance = new LinkedHashMap<>(candidate.provenance());
    Duration taken = Duration.between(started, clock.instant());
    provenance.put("trainSeconds", String.format(Locale.ROOT, "%.2f", taken.toMillis() / 1000.0));
    provenance.put("threads", Integer.toString(job.threads()));
    return register(job, candidate.told(provenance));
  }

  /**
   * Registers a candidate.
   *
   * @throws JobCancelledException if the job is to stop; then nothing is registered
   */
  public ModelVersionView register(JobContext job, ModelCandidate candidate) {
    job.progress(0.97, "registering");
    job.stopIfCancelled();
    String by = job.requestedBy();
    ModelVersionView version = registry.register(candidate.madeBy(job.jobId()), by);
    job.log("registered as version " + version.version());
    if (registry.live(version.name()).isEmpty()) {
      registry.promote(version.name(), version.version(), by, "The first version goes live.");
      job.log("promoted: no version was live");
    }
    return version;
  }
}
