package io.shopkeeper.recommendation.training;

import io.shopkeeper.catalog.boundary.BehaviourEvents;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.JobContext;
import io.shopkeeper.platform.boundary.JobFailedException;
import io.shopkeeper.platform.boundary.JobHandler;
import io.shopkeeper.platform.boundary.JobOffer;
import io.shopkeeper.platform.boundary.JobParameter;
import io.shopkeeper.platform.boundary.ModelCandidate;
import io.shopkeeper.platform.boundary.ModelRegistry;
import io.shopkeeper.platform.boundary.ModelVersionView;
import io.shopkeeper.platform.boundary.TrainingExecutors;
import io.shopkeeper.platform.boundary.TrainingPlan;
import io.shopkeeper.platform.boundary.TrainingRequest;
import io.shopkeeper.recommendation.boundary.RecommendationTraining;
import io.shopkeeper.recommendation.model.RecommendationModel;
import io.shopkeeper.training.Trained;
import io.shopkeeper.training.TrainingTask;
import io.shopkeeper.training.snapshot.Snapshot;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Trains a recommendation model from all events up to now. */
public final class TrainingJob implements JobHandler {

  /** The kind of these jobs. */
  public static final String KIND = "train-recommendation";

  /** Up to so many interactions any algorithm is done in seconds. */
  private static final long SMALL = 5_000;

  private static final long BYTES_PER_EVENT = 120;

  /** Names of users and products, and a block of the snapshot. */
  private static final long BYTES_BESIDE_WORKER = 48L << 20;

  private final BehaviourEvents events;
  private final ShopSnapshot snapshots;
  private final TrainingExecutors executors;
  private final ModelRegistry registry;
  private final Clock clock;

  TrainingJob(
      BehaviourEvents events,
      ShopSnapshot snapshots,
      TrainingExecutors executors,
      ModelRegistry registry,
      Clock clock) {
    this.events = events;
    this.snapshots = snapshots;
    this.executors = executors;
    this.registry = registry;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean resumable() {
    return true;
  }

  @Override
  public Optional<JobOffer> offer() {
    return Optional.of(
        new JobOffer(
            KIND,
            RecommendationTraining.MODEL,
            List.of(new JobParameter("algorithm", OfferedAlgorithms.names()))));
  }

  /** In a worker next to nothing of the server's; else what each interaction takes. */
  @Override
  public long memoryBytes(Map<String, String> parameters) {
    long count = events.count();
    return executors.inWorker(TrainingRequest.of(parameters).place(), count <= SMALL)
        ? BYTES_BESIDE_WORKER
        : count * BYTES_PER_EVENT;
  }

  @Override
  public void run(JobContext job) throws JobFailedException {
    TrainingRequest request = request(job);
    Instant started = clock.instant();
    Snapshot snapshot = executors.snapshot(job, writer -> snapshots.write(writer, started, job));
    Origin origin = Origin.of(snapshot);
    var task =
        new TrainingTask(
            request.algorithm(), request.options(), request.seedOrUsual(), beside(request));
    Trained trained =
        executors.train(
            job,
            new TrainingPlan(
                RecommendationTrainer.class,
                task,
                request.place(),
                Lesson.of(task.algorithm(), task.options(), task.seed()).memoryBytes(origin.size()),
                request.tuning() == null && origin.size().interactions() <= SMALL),
            snapshot);
    job.progress(0.95, "registering");
    job.stopIfCancelled();
    register(task, trained, provenance(trained, started, job), origin, job);
  }

  /** What is wanted; a job that a schedule started says no more than the algorithm. */
  private static TrainingRequest request(JobContext job) throws JobFailedException {
    try {
      return OfferedAlgorithms.complete(TrainingRequest.of(job.parameters()));
    } catch (InvalidInputException wrong) {
      throw new JobFailedException(
          "This version does not train so any more: " + wrong.getMessage(), wrong);
    }
  }

  private static Map<String, String> beside(TrainingRequest request) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put(Evaluation.PARAMETER, request.evaluation());
    if (request.tuning() != null) {
      parameters.putAll(request.tuning().parameters());
    }
    return parameters;
  }

  private Map<String, String> provenance(Trained trained, Instant started, JobContext job) {
    Map<String, String> provenance = new LinkedHashMap<>(trained.facts());
    provenance.put(
        "trainSeconds",
        String.format(
            Locale.ROOT, "%.2f", Duration.between(started, clock.instant()).toMillis() / 1000.0));
    provenance.put("threads", Integer.toString(job.threads()));
    return provenance;
  }

  private void register(
      TrainingTask task,
      Trained trained,
      Map<String, String> provenance,
      Origin origin,
      JobContext job) {
    String by = job.requestedBy();
    ModelCandidate candidate =
        new ModelCandidate(
                RecommendationTraining.MODEL,
                task.algorithm(),
                RecommendationModel.FORMAT,
                trained.artefact(),
                trained.options(),
                task.seed(),
                trained.metrics(),
                provenance,
                trained.curves())
            .measured(trained.standardErrors())
            .madeFrom(origin.data())
            .madeBy(job.jobId());
    for (Map.Entry<String, byte[]> file : trained.files().entrySet()) {
      candidate = candidate.with(file.getKey(), file.getValue());
    }
    ModelVersionView version = registry.register(candidate, by);
    job.log("registered as version " + version.version());
    if (registry.live(RecommendationTraining.MODEL).isEmpty()) {
      registry.promote(
          RecommendationTraining.MODEL, version.version(), by, "The first version goes live.");
      job.log("promoted: no version was live");
    }
  }
}
