package io.shopkeeper.platform.boundary;

import io.shopkeeper.training.Opponent;
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
 * Trains one of the shop's own models: writes a snapshot of what it learns from, with the version
 * that serves, trains in the server or in a worker, and registers the version. {@link
 * ModelTrainings} offers what is registered so to people.
 */
public final class ModelTrainingJob implements JobHandler {

  private final Subject subject;
  private final TrainingSource source;
  private final Means means;
  private final TrainedVersions versions;

  /**
   * What is trained.
   *
   * @param model its name in the registry; jobs are of the kind {@code train-MODEL}
   * @param format the version of the artefact's form
   * @param trainer a public class that the worker has, too
   * @param small up to so many rows any algorithm is done in seconds
   * @param offer what can be chosen
   */
  public record Subject(
      String model,
      int format,
      Class<? extends Trainer> trainer,
      long small,
      AlgorithmOffer offer) {}

  /**
   * With what.
   *
   * @param policy which versions go live by themselves, as it is when one is registered
   * @param clock that says how long it took
   */
  public record Means(
      TrainingExecutors executors,
      ModelRegistry registry,
      Supplier<PromotionPolicy> policy,
      Clock clock) {}

  /** Of a subject. */
  public ModelTrainingJob(Subject subject, TrainingSource source, Means means) {
    this.subject = subject;
    this.source = source;
    this.means = means;
    this.versions = new TrainedVersions(means.registry(), means.clock());
  }

  /** The kind of the jobs that train a model. */
  public static String kindOf(String model) {
    return "train-" + model;
  }

  /** The name of the model in the registry. */
  public String model() {
    return subject.model();
  }

  /**
   * Why a training could only fail, as far as can be told; empty where nothing speaks against it.
   *
   * @param request that leaves nothing open
   */
  Optional<String> obstacle(TrainingRequest request) {
    return source.obstacle(request.task(), means.clock().instant());
  }

  /** What can be chosen. */
  public AlgorithmOffer algorithms() {
    return subject.offer();
  }

  @Override
  public String kind() {
    return kindOf(subject.model());
  }

  @Override
  public boolean resumable() {
    return true;
  }

  @Override
  public Optional<JobOffer> offer() {
    return Optional.of(
        new JobOffer(
            kind(),
            subject.model(),
            List.of(new JobParameter("algorithm", subject.offer().names()))));
  }

  /** In a worker next to nothing of the server's; else what the rows take. */
  @Override
  public long memoryBytes(Map<String, String> parameters) {
    TrainingSource.Size size = source.expected();
    return means
            .executors()
            .inWorker(TrainingRequest.of(parameters).place(), size.rows() <= subject.small())
        ? TrainingExecutors.BYTES_BESIDE_WORKER
        : size.bytes();
  }

  @Override
  public void run(JobContext job) throws JobFailedException {
    TrainingRequest request = TrainingRequest.of(job, subject.offer()::complete);
    Instant started = means.clock().instant();
    Snapshot snapshot = means.executors().snapshot(job, writer -> write(writer, started, job));
    DataSnapshot origin = SnapshotOrigin.of(snapshot);
    TrainingTask task = request.task();
    TrainingSource.Size size = source.written(origin, task);
    var plan =
        new TrainingPlan(
            subject.trainer(),
            task,
            request.place(),
            size.bytes(),
            request.tuning() == null && size.rows() <= subject.small());
    Trained trained = means.executors().train(job, plan, snapshot);
    versions.register(
        job,
        started,
        ModelCandidate.of(subject.model(), subject.format(), task, trained).madeFrom(origin),
        means.policy().get());
  }

  private void write(SnapshotWriter writer, Instant now, JobContext job)
      throws IOException, JobFailedException {
    source.write(writer, now, job);
    Optional<Opponent> live = versions.opponent(subject.model());
    if (live.isPresent()) {
      live.get().write(writer);
    }
  }
}
