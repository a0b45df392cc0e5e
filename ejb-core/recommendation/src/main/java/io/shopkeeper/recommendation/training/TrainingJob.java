package io.shopkeeper.recommendation.training;

import io.shopkeeper.catalog.boundary.BehaviourEvents;
import io.shopkeeper.ml.ranking.LogSize;
import io.shopkeeper.platform.boundary.DataSnapshot;
import io.shopkeeper.platform.boundary.JobContext;
import io.shopkeeper.platform.boundary.JobFailedException;
import io.shopkeeper.platform.boundary.ModelTrainingJob;
import io.shopkeeper.platform.boundary.TrainingRequest;
import io.shopkeeper.recommendation.boundary.RecommendationTraining;
import io.shopkeeper.recommendation.model.RecommendationModel;
import io.shopkeeper.training.TrainingTask;
import io.shopkeeper.training.snapshot.SnapshotWriter;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** Trains a recommendation model from all events up to now. */
public final class TrainingJob extends ModelTrainingJob {

  /** The kind of these jobs. */
  public static final String KIND = "train-recommendation";

  /** Up to so many interactions any algorithm is done in seconds. */
  private static final long SMALL = 5_000;

  private static final long BYTES_PER_EVENT = 120;

  private final BehaviourEvents events;
  private final ShopSnapshot snapshots;

  TrainingJob(BehaviourEvents events, ShopSnapshot snapshots, Means means) {
    super(
        new Subject(
            KIND,
            RecommendationTraining.MODEL,
            RecommendationModel.FORMAT,
            RecommendationTrainer.class,
            SMALL),
        means);
    this.events = events;
    this.snapshots = snapshots;
  }

  @Override
  protected List<String> algorithms() {
    return OfferedAlgorithms.names();
  }

  @Override
  protected TrainingRequest complete(TrainingRequest request) {
    return OfferedAlgorithms.complete(request);
  }

  @Override
  protected Size expected() {
    long count = events.count();
    return new Size(count, count * BYTES_PER_EVENT);
  }

  @Override
  protected void write(SnapshotWriter writer, Instant now, JobContext job)
      throws IOException, JobFailedException {
    snapshots.write(writer, now, job);
  }

  @Override
  protected Size written(DataSnapshot origin, TrainingTask task) {
    var size =
        new LogSize(
            origin.rows().getOrDefault("users", 0L),
            origin.rows().getOrDefault("items", 0L),
            origin.rows().getOrDefault("interactions", 0L));
    return new Size(
        size.interactions(),
        Lesson.of(task.algorithm(), task.options(), task.seed()).memoryBytes(size));
  }
}
