package io.shopkeeper.platform.training;

import io.shopkeeper.platform.boundary.JobEnded;
import io.shopkeeper.platform.boundary.JobState;
import io.shopkeeper.platform.boundary.JobView;
import io.shopkeeper.platform.boundary.Jobs;
import io.shopkeeper.platform.database.DataDirectory;
import io.shopkeeper.platform.jobs.JobNode;
import io.shopkeeper.training.snapshot.Folders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What trainings write on disk: a folder for each line of a job and its retries, with the snapshot
 * and the worker's own folder. It goes with the job; the snapshot of one that failed is kept for a
 * while, so that trying again goes on from it.
 */
@ApplicationScoped
public class TrainingFolders {

  private static final System.Logger LOG = System.getLogger(TrainingFolders.class.getName());
  private static final Duration KEPT = Duration.ofDays(3);
  private static final String PREFIX = "job-";

  @Inject private Jobs jobs;
  @Inject private Clock clock;

  /** Of all trainings. */
  public Path root() {
    return DataDirectory.root().toAbsolutePath().resolve("training");
  }

  /** Of a line of jobs. */
  public Path of(long origin) {
    return root().resolve(PREFIX + origin);
  }

  /** The snapshot of a line of jobs. */
  public Path snapshot(long origin) {
    return of(origin).resolve("snapshot");
  }

  /** The folder of this server's worker for a line of jobs. */
  public Path worker(long origin) {
    return of(origin).resolve(workerName());
  }

  private static String workerName() {
    return "worker-" + JobNode.name().replaceAll("[^A-Za-z0-9_-]", "_");
  }

  /** Clears up after a job that will not be gone on with. */
  public void ended(@Observes(during = TransactionPhase.AFTER_SUCCESS) JobEnded event) {
    if (event.job().state() != JobState.FAILED) {
      delete(of(origin(event.job())));
    }
  }

  /** Clears up after servers that had no time to, and snapshots that nobody came back for. */
  public void sweep() {
    for (Path folder : folders()) {
      delete(folder.resolve(workerName()));
      String number = folder.getFileName().toString().substring(PREFIX.length());
      if (!number.matches("\\d{1,18}") || !wanted(Long.parseLong(number))) {
        delete(folder);
      }
    }
  }

  private boolean wanted(long origin) {
    List<JobView> line = new ArrayList<>(jobs.line(origin));
    if (line.isEmpty()) {
      jobs.find(origin).ifPresent(line::add);
    }
    return line.stream().anyMatch(this::wanted);
  }

  private boolean wanted(JobView job) {
    return !job.state().ended()
        || (job.state() == JobState.FAILED && job.endedAt().plus(KEPT).isAfter(clock.instant()));
  }

  private List<Path> folders() {
    var found = new ArrayList<Path>();
    if (Files.isDirectory(root())) {
      try (var all = Files.newDirectoryStream(root(), PREFIX + "*")) {
        all.forEach(found::add);
      } catch (IOException problem) {
        complain(root(), problem);
      }
    }
    return found;
  }

  /** Deletes it, or says in the log why that is not possible: a job does not fail for that. */
  public void delete(Path folder) {
    try {
      Folders.delete(folder);
    } catch (IOException problem) {
      complain(folder, problem);
    }
  }

  private static void complain(Path folder, IOException problem) {
    LOG.log(System.Logger.Level.WARNING, "SHOP-0040 " + folder + " cannot be cleared", problem);
  }

  private static long origin(JobView job) {
    return job.retryOf() == null ? job.id() : job.retryOf();
  }
}
