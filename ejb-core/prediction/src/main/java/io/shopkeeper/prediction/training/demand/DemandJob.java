package io.shopkeeper.prediction.training.demand;

import io.shopkeeper.catalog.boundary.Sales;
import io.shopkeeper.platform.boundary.DataSnapshot;
import io.shopkeeper.platform.boundary.JobContext;
import io.shopkeeper.platform.boundary.JobFailedException;
import io.shopkeeper.platform.boundary.ModelTrainingJob;
import io.shopkeeper.platform.boundary.TrainingRequest;
import io.shopkeeper.prediction.boundary.DemandTraining;
import io.shopkeeper.prediction.model.ForecastModel;
import io.shopkeeper.training.TrainingTask;
import io.shopkeeper.training.snapshot.SnapshotWriter;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** Trains a model that foretells what will be sold. */
public final class DemandJob extends ModelTrainingJob {

  /** The kind of these jobs. */
  public static final String KIND = "train-demand-forecast";

  /** Up to so many weeks of products any algorithm is done in seconds. */
  private static final long SMALL = 10_000;

  /**
   * Four weeks ahead of each, with two dozen features, once for the evaluation and once for all.
   */
  private static final long BYTES_PER_WEEK = 4 * 24 * 16;

  private static final long LINES_PER_WEEK = 2;

  private final Sales sales;
  private final DemandSnapshot snapshots;

  DemandJob(Sales sales, DemandSnapshot snapshots, Means means) {
    super(
        new Subject(KIND, DemandTraining.MODEL, ForecastModel.FORMAT, DemandTrainer.class, SMALL),
        means);
    this.sales = sales;
    this.snapshots = snapshots;
  }

  @Override
  protected List<String> algorithms() {
    return OfferedDemands.names();
  }

  @Override
  protected TrainingRequest complete(TrainingRequest request) {
    return OfferedDemands.complete(request);
  }

  @Override
  protected Size expected() {
    return of(sales.count() / LINES_PER_WEEK);
  }

  @Override
  protected void write(SnapshotWriter writer, Instant now, JobContext job)
      throws IOException, JobFailedException {
    snapshots.write(writer, now, job);
  }

  @Override
  protected Size written(DataSnapshot origin, TrainingTask task) {
    return of(origin.rows().get(DemandSnapshot.WEEKS));
  }

  private static Size of(long weeks) {
    return new Size(weeks, weeks * BYTES_PER_WEEK);
  }
}
