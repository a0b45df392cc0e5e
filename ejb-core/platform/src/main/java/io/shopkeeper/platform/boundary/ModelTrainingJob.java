package io.shopkeeper.platform.boundary;

import io.shopkeeper.training.Trained;
import io.shopkeeper.training.Trainer;
import io.shopkeeper.training.TrainingTask;
import io.shopkeeper.training.snapshot.Snapshot;
import io.shopkeeper.training.snapshot.SnapshotWriter;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Trains one of the shop's own models: writes a snapshot of what it learns from, trains in the
 * server or in a worker, and registers the version. What sets a model apart is said by the module
 * that has it.
 */
public abstract class ModelTrainingJob implements JobHandler {

  private final Subject subject;
  private final Means means;

  /**
   * What is trained.
   *
   * @param kind of the jobs
   * @param model its name in the registry
   * @param format the version of the artefact's form
   * @param trainer a public class that the worker has, too
   * @param small up to so many rows any algorithm is done in seconds
   */
  public record Subject(
      String kind, String model, int format, Class<? extends Trainer> trainer, long small) {}

  /**
   * With what.
   *
   * @param policy which versions go live by themselves, as it is when one is registered
   * @param clock that says how long it took
   */
  public record Means(
      TrainingExecutors executors,
      TrainedVersions versions,
      Supplier<PromotionPolicy> policy,
      Clock clock) {}

  /**
   * How much there is to learn from.
   *
   * @param rows of the largest table
   * @param bytes of memory at the height, about
   */
  public record Size(long rows, long bytes) {}

  /** Of a subject. */
  protected ModelTrainingJob(Subject subject, Means means) {
    this.subject = subject;
    this.means = means;
  }

  /** The algorithms that are offered, the usual one first. */
  protected abstract List<String> algorithms();

  /**
   * A request with all that it leaves open.
   *
   * @throws InvalidInputException with every fault
   */
  protected abstract TrainingRequest complete(TrainingRequest request);

  /** What there is now, as far as can be told without reading it. */
  protected abstract Size expected();

  /**
   * Writes what is learnt from, with its {@link SnapshotOrigin}.
   *
   * @param now what lies after it is left out
   * @throws JobFailedException if there is too little
   */
  protected abstract void write(SnapshotWriter writer, Instant now, JobContext job)
      throws IOException, JobFailedException;

  /** What was written. */
  protected abstract Size written(DataSnapshot origin, TrainingTask task);

  @Override
  public final String kind() {
    return subject.kind();
  }

  @Override
  public final boolean resumable() {
    return true;
  }

  @Override
  public final Optional<JobOffer> offer() {
    return Optional.of(
        new JobOffer(
            subject.kind(), subject.model(), List.of(new JobParameter("algorithm", algorithms()))));
  }

  /** In a worker next to nothing of the server's; else what the rows take. */
  @Override
  public final long memoryBytes(Map<String, String> parameters) {
    Size size = expected();
    return means
            .executors()
            .inWorker(TrainingRequest.of(parameters).place(), size.rows() <= subject.small())
        ? TrainingExecutors.BYTES_BESIDE_WORKER
        : size.bytes();
  }

  @Override
  public final void run(JobContext job) throws JobFailedException {
    TrainingRequest request = TrainingRequest.of(job, this::complete);
    Instant started = means.clock().instant();
    Snapshot snapshot = means.executors().snapshot(job, writer -> write(writer, started, job));
    DataSnapshot origin = SnapshotOrigin.of(snapshot);
    TrainingTask task = request.task();
    Size size = written(origin, task);
    var plan =
        new TrainingPlan(
            subject.trainer(),
            task,
            request.place(),
            size.bytes(),
            request.tuning() == null && size.rows() <= subject.small());
    Trained trained = means.executors().train(job, plan, snapshot);
    means
        .versions()
        .register(
            job,
            started,
            ModelCandidate.of(subject.model(), subject.format(), task, trained).madeFrom(origin),
            means.policy().get());
  }
}
