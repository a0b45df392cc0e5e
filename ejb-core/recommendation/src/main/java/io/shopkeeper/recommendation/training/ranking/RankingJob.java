package io.shopkeeper.recommendation.training.ranking;

import io.shopkeeper.platform.boundary.DataSnapshot;
import io.shopkeeper.platform.boundary.JobContext;
import io.shopkeeper.platform.boundary.JobFailedException;
import io.shopkeeper.platform.boundary.ModelTrainingJob;
import io.shopkeeper.platform.boundary.TrainingRequest;
import io.shopkeeper.recommendation.boundary.PurchaseRanking;
import io.shopkeeper.recommendation.features.Feature;
import io.shopkeeper.recommendation.model.PurchaseModel;
import io.shopkeeper.training.TrainingTask;
import io.shopkeeper.training.snapshot.SnapshotWriter;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** Trains a model that ranks by the probability of a purchase. */
public final class RankingJob extends ModelTrainingJob {

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
  private final Supplier<RankingSettings> settings;

  RankingJob(
      ShownPages pages,
      RankingSnapshot snapshots,
      Supplier<RankingSettings> settings,
      Means means) {
    super(
        new Subject(KIND, PurchaseRanking.MODEL, PurchaseModel.FORMAT, RankingTrainer.class, SMALL),
        means);
    this.pages = pages;
    this.snapshots = snapshots;
    this.settings = settings;
  }

  @Override
  protected List<String> algorithms() {
    return OfferedRankers.names();
  }

  @Override
  protected TrainingRequest complete(TrainingRequest request) {
    return OfferedRankers.complete(request);
  }

  @Override
  protected Size expected() {
    return of(Math.min(pages.count(), RankingSnapshot.MOST_LISTS) * ROWS_OF_LIST);
  }

  @Override
  protected void write(SnapshotWriter writer, Instant now, JobContext job)
      throws IOException, JobFailedException {
    snapshots.write(writer, now, settings.get(), job);
  }

  @Override
  protected Size written(DataSnapshot origin, TrainingTask task) {
    return of(origin.rows().getOrDefault("products", 0L));
  }

  private static Size of(long rows) {
    return new Size(rows, rows * BYTES_PER_ROW);
  }
}
