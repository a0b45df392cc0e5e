package io.shopkeeper.prediction.training.value;

import io.shopkeeper.catalog.boundary.Purchases;
import io.shopkeeper.platform.boundary.DataSnapshot;
import io.shopkeeper.platform.boundary.JobContext;
import io.shopkeeper.platform.boundary.JobFailedException;
import io.shopkeeper.platform.boundary.ModelTrainingJob;
import io.shopkeeper.platform.boundary.TrainingRequest;
import io.shopkeeper.prediction.boundary.CustomerValueTraining;
import io.shopkeeper.prediction.model.ValueModel;
import io.shopkeeper.training.TrainingTask;
import io.shopkeeper.training.snapshot.SnapshotWriter;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** Trains a model that says what customers are worth. */
public final class ValueJob extends ModelTrainingJob {

  /** The kind of these jobs. */
  public static final String KIND = "train-customer-value";

  /** Up to so many orders any algorithm is done in seconds. */
  private static final long SMALL = 50_000;

  private static final long BYTES_PER_ORDER = 1_000;

  private final Purchases purchases;
  private final ValueSnapshot snapshots;

  ValueJob(Purchases purchases, ValueSnapshot snapshots, Means means) {
    super(
        new Subject(
            KIND, CustomerValueTraining.MODEL, ValueModel.FORMAT, ValueTrainer.class, SMALL),
        means);
    this.purchases = purchases;
    this.snapshots = snapshots;
  }

  @Override
  protected List<String> algorithms() {
    return OfferedValues.names();
  }

  @Override
  protected TrainingRequest complete(TrainingRequest request) {
    return OfferedValues.complete(request);
  }

  @Override
  protected Size expected() {
    return of(purchases.count());
  }

  @Override
  protected void write(SnapshotWriter writer, Instant now, JobContext job)
      throws IOException, JobFailedException {
    snapshots.write(writer, now, job);
  }

  @Override
  protected Size written(DataSnapshot origin, TrainingTask task) {
    return of(origin.rows().get("purchases"));
  }

  private static Size of(long orders) {
    return new Size(orders, orders * BYTES_PER_ORDER);
  }
}
