package io.shopkeeper.recommendation.training.ranking;

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
import io.shopkeeper.recommendation.boundary.PurchaseRanking;
import io.shopkeeper.recommendation.features.Feature;
import io.shopkeeper.recommendation.model.PurchaseModel;
import io.shopkeeper.recommendation.training.Origin;
import io.shopkeeper.training.Trained;
import io.shopkeeper.training.TrainingTask;
import io.shopkeeper.training.snapshot.Snapshot;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Trains a model that ranks by the probability of a purchase. */
public final class RankingJob implements JobHandler {

  /** The kind of these jobs. */
  public static final String KIND = "train-purchase-ranking";

  /** Up to so many products that were shown any algorithm is done in seconds. */
  private static final long SMALL = 20_000;

  /**
   * The features, once for the evaluation and once for all, and what the algorithm makes of them.
   */
  private static final long BYTES_PER_ROW = 12L * Feature.WIDTH;

  private static final int ROWS_OF_LIST = 10;

  private final ShownPages pages;
  private final RankingSnapshot snapshots;
  private final TrainingExecutors executors;
  private final TrainedVersions versions;
  private final Supplier<RankingSettings> settings;
  private final Supplier<PromotionPolicy> policy;
  private final Clock clock;

  RankingJob(
      ShownPages pages,
      RankingSnapshot snapshots,
      TrainingExecutors executors,
      TrainedVersions versions,
      Supplier<RankingSettings> settings,
      Supplier<PromotionPolicy> policy,
      Clock clock) {
    this.pages = pages;
    this.snapshots = snapshots;
    this.executors = executors;
    this.versions = versions;
    this.settings = settings;
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
            PurchaseRanking.MODEL,
            List.of(new JobParameter("algorithm", OfferedRankers.names()))));
  }

  /** In a worker next to nothing of the server's; else what each product that was shown takes. */
  @Override
  public long memoryBytes(Map<String, String> parameters) {
    long rows = Math.min(pages.count(), RankingSnapshot.MOST_LISTS) * ROWS_OF_LIST;
    return executors.inWorker(TrainingRequest.of(parameters).place(), rows <= SMALL)
        ? TrainingExecutors.BYTES_BESIDE_WORKER
        : rows * BYTES_PER_ROW;
  }

  @Override
  public void run(JobContext job) throws JobFailedException {
    TrainingRequest request = TrainingRequest.of(job, OfferedRankers::complete);
    Instant started = clock.instant();
    Snapshot snapshot =
        executors.snapshot(job, writer -> snapshots.write(writer, started, settings.get(), job));
    Origin origin = Origin.of(snapshot);
    TrainingTask task = request.task();
    long rows = origin.data().rows().getOrDefault("products", 0L);
    var plan =
        new TrainingPlan(
            RankingTrainer.class,
            task,
            request.place(),
            rows * BYTES_PER_ROW,
            request.tuning() == null && rows <= SMALL);
    Trained trained = executors.train(job, plan, snapshot);
    versions.register(
        job,
        started,
        ModelCandidate.of(PurchaseRanking.MODEL, PurchaseModel.FORMAT, task, trained)
            .madeFrom(origin.data()),
        policy.get());
  }
}
