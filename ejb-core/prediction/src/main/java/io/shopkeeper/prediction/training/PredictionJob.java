package io.shopkeeper.prediction.training;

import io.shopkeeper.platform.boundary.DataSnapshot;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.JobContext;
import io.shopkeeper.platform.boundary.JobFailedException;
import io.shopkeeper.platform.boundary.JobHandler;
import io.shopkeeper.platform.boundary.ModelCandidate;
import io.shopkeeper.platform.boundary.ModelRegistry;
import io.shopkeeper.platform.boundary.ModelVersionView;
import io.shopkeeper.platform.boundary.TrainingExecutors;
import io.shopkeeper.platform.boundary.TrainingPlan;
import io.shopkeeper.platform.boundary.TrainingRequest;
import io.shopkeeper.prediction.boundary.DataColumn;
import io.shopkeeper.prediction.boundary.DataSetView;
import io.shopkeeper.prediction.boundary.DataSets;
import io.shopkeeper.prediction.dataset.DataFile;
import io.shopkeeper.prediction.model.PredictionModel;
import io.shopkeeper.training.Trained;
import io.shopkeeper.training.TrainingTask;
import io.shopkeeper.training.snapshot.Snapshot;
import io.shopkeeper.training.snapshot.SnapshotWriter;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Trains a model on a data set. */
public final class PredictionJob implements JobHandler {

  /** The kind of these jobs. */
  public static final String KIND = "train-prediction";

  /** The parameter that names the data set. */
  public static final String DATA_SET = "dataSet";

  /** Up to so many cells most algorithms are done in seconds. */
  private static final long SMALL = 200_000;

  private static final long BYTES_PER_CELL = 120;

  /** A block of the snapshot, beside the compressed file. */
  private static final long BYTES_BESIDE_WORKER = 48L << 20;

  private final DataSets sets;
  private final TrainingExecutors executors;
  private final ModelRegistry registry;
  private final Clock clock;

  PredictionJob(DataSets sets, TrainingExecutors executors, ModelRegistry registry, Clock clock) {
    this.sets = sets;
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

  /** In a worker next to nothing of the server's; else what each cell takes. */
  @Override
  public long memoryBytes(Map<String, String> parameters) {
    TrainingRequest request = TrainingRequest.of(parameters);
    return sets.find(parameters.getOrDefault(DATA_SET, ""))
        .map(
            set ->
                executors.inWorker(request.place(), brief(request, set))
                    ? BYTES_BESIDE_WORKER + set.bytes()
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
    TrainingRequest request = request(set, job);
    Instant started = clock.instant();
    Snapshot snapshot = executors.snapshot(job, writer -> write(set, writer));
    var task =
        new TrainingTask(
            request.algorithm(), request.options(), request.seedOrUsual(), beside(request));
    Trained trained =
        executors.train(
            job,
            new TrainingPlan(
                PredictionTrainer.class,
                task,
                request.place(),
                cells(set) * BYTES_PER_CELL,
                brief(request, set)),
            snapshot);
    job.progress(0.97, "registering");
    job.stopIfCancelled();
    register(set, task, trained, started, job);
  }

  private void write(DataSetView set, SnapshotWriter writer) throws IOException {
    try (DataFile file = sets.open(set.name())) {
      PredictionData.write(writer, file.names(), file::next, plan(set));
    }
  }

  private static PredictionData.Plan plan(DataSetView set) {
    return new PredictionData.Plan(
        set.features().stream().map(DataColumn::name).toList(),
        set.roles().target(),
        set.roles().positive(),
        set.roles().time());
  }

  private static TrainingRequest request(DataSetView set, JobContext job)
      throws JobFailedException {
    try {
      return OfferedTables.complete(set, TrainingRequest.of(job.parameters()));
    } catch (InvalidInputException wrong) {
      throw new JobFailedException(
          "This version does not train so any more: " + wrong.getMessage(), wrong);
    }
  }

  private static Map<String, String> beside(TrainingRequest request) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put(PredictionTrainer.EVALUATION, request.evaluation());
    if (request.tuning() != null) {
      parameters.putAll(request.tuning().parameters());
    }
    return parameters;
  }

  private void register(
      DataSetView set, TrainingTask task, Trained trained, Instant started, JobContext job) {
    Map<String, String> provenance = new LinkedHashMap<>(trained.facts());
    provenance.put(
        "trainSeconds",
        String.format(
            Locale.ROOT, "%.2f", Duration.between(started, clock.instant()).toMillis() / 1000.0));
    provenance.put("threads", Integer.toString(job.threads()));
    ModelCandidate candidate =
        new ModelCandidate(
                set.model(),
                task.algorithm(),
                PredictionModel.FORMAT,
                trained.artefact(),
                trained.options(),
                task.seed(),
                trained.metrics(),
                provenance,
                trained.curves())
            .measured(trained.standardErrors())
            .madeFrom(
                new DataSnapshot(null, null, Map.of("rows", set.rows()), set.sha256(), List.of()))
            .madeBy(job.jobId());
    for (Map.Entry<String, byte[]> file : trained.files().entrySet()) {
      candidate = candidate.with(file.getKey(), file.getValue());
    }
    ModelVersionView version = registry.register(candidate, job.requestedBy());
    job.log("registered as version " + version.version());
    if (registry.live(set.model()).isEmpty()) {
      registry.promote(
          set.model(), version.version(), job.requestedBy(), "The first version goes live.");
      job.log("promoted: no version was live");
    }
  }
}
