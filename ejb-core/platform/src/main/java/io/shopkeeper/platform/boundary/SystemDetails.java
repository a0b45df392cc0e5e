package io.shopkeeper.platform.boundary;

import io.shopkeeper.platform.boundary.SystemReport.LiveModel;
import io.shopkeeper.platform.boundary.SystemReport.Note;
import io.shopkeeper.platform.health.DatabaseFacts;
import io.shopkeeper.platform.health.Libraries;
import io.shopkeeper.platform.health.MachineFacts;
import io.shopkeeper.platform.health.WorkStore;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Looks at everything that an operator asks about. */
@Stateless
public class SystemDetails {

  private static final Duration LONG_WAIT = Duration.ofMinutes(10);
  private static final String MAIN_MODEL = "recommendation";

  @Inject private SystemHealth health;
  @Inject private DatabaseFacts database;
  @Inject private MachineFacts machine;
  @Inject private WorkStore work;
  @Inject private ModelRegistry registry;
  @Inject private ComputeBackend compute;
  @Inject private TrainingExecutors trainings;
  @Inject private Clock clock;

  /** Looks now. */
  public SystemReport report() {
    HealthView view = health.check();
    SystemReport.Work jobs = work.summary(clock.instant().minus(Duration.ofDays(1)));
    SystemReport.Disk disk = machine.disk();
    SystemReport.Machine computer = machine.machine(view.startedAt());
    List<LiveModel> models =
        registry.names().stream()
            .flatMap(name -> registry.live(name).stream())
            .map(SystemDetails::live)
            .toList();
    return new SystemReport(
        view,
        notes(jobs, disk, computer, models),
        database.look(),
        disk,
        jobs,
        models,
        computer,
        compute.facts(),
        trainings.worker(),
        Libraries.versions());
  }

  private List<Note> notes(
      SystemReport.Work jobs,
      SystemReport.Disk disk,
      SystemReport.Machine computer,
      List<LiveModel> models) {
    List<Note> notes = new ArrayList<>();
    Instant oldest = jobs.oldestWaitingSince();
    if (oldest != null && jobs.running() == 0 && oldest.plus(LONG_WAIT).isBefore(clock.instant())) {
      notes.add(Note.JOBS_WAIT);
    }
    if (jobs.failedLastDay() > 0) {
      notes.add(Note.JOBS_FAILED);
    }
    if (models.stream().noneMatch(model -> model.name().equals(MAIN_MODEL))) {
      notes.add(Note.NO_MODEL);
    }
    if (disk.freeBytes() < disk.totalBytes() / 10) {
      notes.add(Note.DISK_NEARLY_FULL);
    }
    if (computer.heapUsedBytes() > computer.heapMaxBytes() / 10 * 9) {
      notes.add(Note.MEMORY_NEARLY_FULL);
    }
    return notes;
  }

  private static LiveModel live(ModelVersionView version) {
    return new LiveModel(
        version.name(), version.version(), version.algorithm(), version.promotedAt());
  }
}
