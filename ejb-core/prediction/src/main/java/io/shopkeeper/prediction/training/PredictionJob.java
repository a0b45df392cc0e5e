package io.shopkeeper.prediction.training;

import io.shopkeeper.platform.boundary.AlgorithmOffer;
import io.shopkeeper.platform.boundary.DataSnapshot;
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
import io.shopkeeper.prediction.boundary.DataColumn;
import io.shopkeeper.prediction.boundary.DataSetView;
import io.shopkeeper.prediction.boundary.DataSets;
import io.shopkeeper.prediction.dataset.DataFile;
import io.shopkeeper.prediction.model.PredictionModel;
import io.shopkeeper.training.Opponent;
import io.shopkeeper.training.Trained;
import io.shopkeeper.training.TrainingTask;
import io.shopkeeper.training.snapshot.Snapshot;
import io.shopkeeper.training.snapshot.SnapshotWriter;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Trains a model on a data set. */
public final class PredictionJob implements JobHandler {

  /** The kind of these jobs. */
  public static final String KIND = "train-prediction";

  /** The parameter that names the data set. */
  public static final String DATA_SET = "dataSet";

  /** Up to so many cells most algorithms are done in seconds. */
  private static final long SMALL = 200_000;

  private static final long BYTES_PER_CELL = 120;

  private final DataSets sets;
  private final TrainingExecutors executors;
  private final TrainedVersions versions;
  private final Function<DataSetView, PromotionPolicy> policy;
  private final Clock clock;

  /**
   * Of a shop.
   *
   * @param policy which versions of a data set's model go live by themselves, as it is set now
   */
  PredictionJob(
      DataSets sets,
      TrainingExecutors executors,
      TrainedVersions versions,
      Function<DataSetView, PromotionPolicy> policy,
      Clock clock) {
    this.sets = sets;
    this.executors = executors;
    this.versions = versions;
    this.policy = policy;
    this.clock = clock;
  }

  /** A data set of which nothing is said is trained on as its live version was. */
  @Override
  public Optional<JobOffer> offer() {
    List<String> names = sets.names();
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(new JobOffer(KIND, "prediction", List.of(new JobParameter(DATA_SET, names))));
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean resumable() {
    return true;
  }

  /** In a worker next to nothing of the server's; else what each cell takes. */
  @Override
  public long memoryBytes(Map<String, String> parameters) {
    TrainingRequest request = TrainingRequest.of(parameters);
    return sets.find(parameters.getOrDefault(DATA_SET, ""))
        .map(
            set ->
                executors.inWorker(request.place(), brief(request, set))
                    ? TrainingExecutors.BYTES_BESIDE_WORKER + set.bytes()
                    : cells(set) * BYTES_PER_CELL)
        .orElse(0L);
  }

  private static boolean brief(TrainingRequest request, DataSetView set) {
    return request.tuning() == null && cells(set) <= SMALL;
  }

  private static long cells(DataSetView set) {
    return set.rows() * set.columns().size();
  }

  @Override
  public void run(JobContext job) throws JobFailedException {
    DataSetView set =
        sets.find(job.parameters().getOrDefault(DATA_SET, ""))
            .orElseThrow(() -> new JobFailedException("The data set was thrown away."));
    TrainingRequest request = TrainingRequest.of(job, wanted -> complete(set, wanted));
    Instant started = clock.instant();
    Snapshot snapshot = executors.snapshot(job, writer -> write(set, writer));
    TrainingTask task = request.task();
    var plan =
        new TrainingPlan(
            PredictionTrainer.class,
            task,
            request.place(),
            cells(set) * BYTES_PER_CELL,
            brief(request, set));
    Trained trained = executors.train(job, plan, snapshot);
    versions.register(
        job,
        started,
        ModelCandidate.of(set.model(), PredictionModel.FORMAT, task, trained)
            .madeFrom(
                new DataSnapshot(null, null, Map.of("rows", set.rows()), set.sha256(), List.of())),
        policy.apply(set));
  }

  private TrainingRequest complete(DataSetView set, TrainingRequest wanted) {
    AlgorithmOffer offer = OfferedTables.of(set);
    Optional<Opponent> live =
        wanted.algorithm() == null ? versions.opponent(set.model()) : Optional.empty();
    return offer.complete(
        live.filter(version -> offer.names().contains(version.algorithm()))
            .map(
                version ->
                    new TrainingRequest(
                        version.algorithm(),
                        null,
                        version.options(),
                        version.seed(),
                        wanted.executor(),
                        wanted.evaluation(),
                        wanted.tuning()))
            .orElse(wanted));
  }

  private void write(DataSetView set, SnapshotWriter writer) throws IOException {
    try (DataFile file = sets.open(set.name())) {
      PredictionData.write(writer, file.names(), file::next, plan(set));
    }
    Optional<Opponent> live = versions.opponent(set.model());
    if (live.isPresent()) {
      live.get().write(writer);
    }
  }

  private static PredictionData.Plan plan(DataSetView set) {
    return new PredictionData.Plan(
        set.features().stream().map(DataColumn::name).toList(),
        set.roles().target(),
        set.roles().positive(),
        set.roles().time());
  }
}
