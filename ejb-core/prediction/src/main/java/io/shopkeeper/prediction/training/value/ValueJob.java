package io.shopkeeper.prediction.training.value;

import io.shopkeeper.catalog.boundary.Purchases;
import io.shopkeeper.platform.boundary.JobContext;
import io.shopkeeper.platform.boundary.JobFailedException;
import io.shopkeeper.platform.boundary.JobHandler;
import io.shopkeeper.platform.boundary.JobOffer;
import io.shopkeeper.platform.boundary.JobParameter;
import io.shopkeeper.platform.boundary.ModelCandidate;
import io.shopkeeper.platform.boundary.TrainedVersions;
import io.shopkeeper.platform.boundary.TrainingExecutors;
import io.shopkeeper.platform.boundary.TrainingPlan;
import io.shopkeeper.platform.boundary.TrainingRequest;
import io.shopkeeper.prediction.boundary.CustomerValueTraining;
import io.shopkeeper.prediction.model.ValueModel;
import io.shopkeeper.training.Trained;
import io.shopkeeper.training.TrainingTask;
import io.shopkeeper.training.snapshot.Snapshot;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Trains a model that says what customers are worth. */
public final class ValueJob implements JobHandler {

  /** The kind of these jobs. */
  public static final String KIND = "train-customer-value";

  /** Up to so many orders any algorithm is done in seconds. */
  private static final long SMALL = 50_000;

  private static final long BYTES_PER_ORDER = 1_000;

  private final Purchases purchases;
  private final ValueSnapshot snapshots;
  private final TrainingExecutors executors;
  private final TrainedVersions versions;
  private final Clock clock;

  ValueJob(
      Purchases purchases,
      ValueSnapshot snapshots,
      TrainingExecutors executors,
      TrainedVersions versions,
      Clock clock) {
    this.purchases = purchases;
    this.snapshots = snapshots;
    this.executors = executors;
    this.versions = versions;
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
            CustomerValueTraining.MODEL,
            List.of(new JobParameter("algorithm", OfferedValues.names()))));
  }

  /** In a worker next to nothing of the server's; else what each order takes. */
  @Override
  public long memoryBytes(Map<String, String> parameters) {
    long orders = purchases.count();
    return executors.inWorker(TrainingRequest.of(parameters).place(), orders <= SMALL)
        ? TrainingExecutors.BYTES_BESIDE_WORKER
        : orders * BYTES_PER_ORDER;
  }

  @Override
  public void run(JobContext job) throws JobFailedException {
    TrainingRequest request = TrainingRequest.of(job, OfferedValues::complete);
    Instant started = clock.instant();
    Snapshot snapshot = executors.snapshot(job, writer -> snapshots.write(writer, started, job));
    var origin = ValueSnapshot.origin(snapshot.facts());
    TrainingTask task = request.task();
    long rows = origin.rows().get("purchases");
    var plan =
        new TrainingPlan(
            ValueTrainer.class, task, request.place(), rows * BYTES_PER_ORDER, rows <= SMALL);
    Trained trained = executors.train(job, plan, snapshot);
    versions.register(
        job,
        started,
        ModelCandidate.of(CustomerValueTraining.MODEL, ValueModel.FORMAT, task, trained)
            .madeFrom(origin));
  }
}
