package io.shopkeeper.recommendation.training;

import io.shopkeeper.catalog.boundary.BehaviourEvents;
import io.shopkeeper.platform.boundary.JobContext;
import io.shopkeeper.platform.boundary.JobFailedException;
import io.shopkeeper.platform.boundary.JobHandler;
import io.shopkeeper.platform.boundary.JobOffer;
import io.shopkeeper.platform.boundary.JobParameter;
import io.shopkeeper.platform.boundary.ModelCandidate;
import io.shopkeeper.platform.boundary.PromotionPolicy;
import io.shopkeeper.platform.boundary.TrainedVersions;
import io.shopkeeper.platform.boundary.TrainingExecutors;
import io.shopkeeper.platform.boundary.TrainingPlan;
import io.shopkeeper.platform.boundary.TrainingRequest;
import io.shopkeeper.recommendation.boundary.RecommendationTraining;
import io.shopkeeper.recommendation.model.RecommendationModel;
import io.shopkeeper.training.Trained;
import io.shopkeeper.training.TrainingTask;
import io.shopkeeper.training.snapshot.Snapshot;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Trains a recommendation model from all events up to now. */
public final class TrainingJob implements JobHandler {

  /** The kind of these jobs. */
  public static final String KIND = "train-recommendation";

  /** Up to so many interactions any algorithm is done in seconds. */
  private static final long SMALL = 5_000;

  private static final long BYTES_PER_EVENT = 120;

  private final BehaviourEvents events;
  private final ShopSnapshot snapshots;
  private final TrainingExecutors executors;
  private final TrainedVersions versions;
  private final Supplier<PromotionPolicy> policy;
  private final Clock clock;

  TrainingJob(
      BehaviourEvents events,
      ShopSnapshot snapshots,
      TrainingExecutors executors,
      TrainedVersions versions,
      Supplier<PromotionPolicy> policy,
      Clock clock) {
    this.events = events;
    this.snapshots = snapshots;
    this.executors = executors;
    this.versions = versions;
    this.policy = policy;
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
        ? TrainingExecutors.BYTES_BESIDE_WORKER
        : count * BYTES_PER_EVENT;
  }

  @Override
  public void run(JobContext job) throws JobFailedException {
    TrainingRequest request = TrainingRequest.of(job, OfferedAlgorithms::complete);
    Instant started = clock.instant();
    Snapshot snapshot = executors.snapshot(job, writer -> snapshots.write(writer, started, job));
    Origin origin = Origin.of(snapshot);
    TrainingTask task = request.task();
    var plan =
        new TrainingPlan(
            RecommendationTrainer.class,
            task,
            request.place(),
            Lesson.of(task.algorithm(), task.options(), task.seed()).memoryBytes(origin.size()),
            request.tuning() == null && origin.size().interactions() <= SMALL);
    Trained trained = executors.train(job, plan, snapshot);
    versions.register(
        job,
        started,
        ModelCandidate.of(RecommendationTraining.MODEL, RecommendationModel.FORMAT, task, trained)
            .madeFrom(origin.data()),
        policy.get());
  }
}
