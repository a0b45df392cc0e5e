package io.shopkeeper.console.health;

import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.Faults;
import io.shopkeeper.console.frame.Formats;
import io.shopkeeper.console.frame.Say;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.platform.boundary.ComputeBackend;
import io.shopkeeper.platform.boundary.ComputeView;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.SystemDetails;
import io.shopkeeper.platform.boundary.SystemReport;
import io.shopkeeper.platform.boundary.TrainingExecutors;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.util.List;
import java.util.Map;

/** Database, disk, jobs, models, machine and versions on one page. */
@Named("health")
@RequestScoped
public class HealthPage {

  @Inject private SystemDetails details;
  @Inject private ComputeBackend compute;
  @Inject private TrainingExecutors trainings;
  @Inject private Faults faults;
  @Inject private Asked asked;
  @Inject private Say say;
  @Inject private ServletContext servlets;
  @Inject private Formats formats;
  @Inject private Words words;
  @Inject private Me me;

  private SystemReport report;

  /** A check in words. */
  public record Check(String name, String found, boolean fine) {}

  /** What wants somebody, and the page where it is mended; empty where there is none. */
  public record Errand(String text, String page) {}

  @PostConstruct
  void look() {
    me.require(Right.SEE_HEALTH);
    report = details.report();
  }

  /** Compares the kernels with the reference, where that was asked for. */
  public void act() {
    asked
        .act("self-test")
        .ifPresent(
            now ->
                compute
                    .selfTest()
                    .ifPresentOrElse(
                        fault -> say.bad("health.selfTest.fault", fault),
                        () -> say.ok("health.selfTest.ok", report.compute().backend())));
  }

  /** Starts a worker that does next to nothing, where that was asked for. */
  public void tryWorker() {
    asked
        .act("worker-test")
        .ifPresent(
            now ->
                trainings
                    .selfTest()
                    .ifPresentOrElse(
                        fault -> say.bad("health.worker.fault", faults.say(fault)),
                        () -> say.ok("health.worker.ok")));
  }

  /** What trainings run in, in words. */
  public String getTrainingPlace() {
    return words.of("train.place", report.worker().place().code());
  }

  /** How a backend is marked. */
  public String tone(ComputeView.Backend backend) {
    return backend.chosen() ? "ok" : "plain";
  }

  /** The word for what became of a backend. */
  public String state(ComputeView.Backend backend) {
    return backend.chosen()
        ? "health.computes"
        : backend.usable() ? "health.usable" : "health.unused";
  }

  public SystemReport getReport() {
    return report;
  }

  /** What decides whether the shop serves. */
  public List<Check> getChecks() {
    return report.health().checks().entrySet().stream()
        .map(
            check ->
                new Check(
                    words.of("health", check.getKey()),
                    check.getValue().equals("ok")
                        ? words.words().getString("health.ok")
                        : check.getValue(),
                    check.getValue().equals("ok")))
        .toList();
  }

  /** What does not stop it. */
  public List<Errand> getErrands() {
    return report.notes().stream()
        .map(note -> new Errand(words.of("health.note", note), page(note)))
        .toList();
  }

  private static String page(SystemReport.Note note) {
    return switch (note) {
      case JOBS_WAIT, JOBS_FAILED -> "jobs";
      case NO_MODEL -> "models";
      case DISK_NEARLY_FULL, MEMORY_NEARLY_FULL -> "";
    };
  }

  /** The application server. */
  public String getServer() {
    return servlets.getServerInfo();
  }

  /** How much of the disk is taken, from 0 to 1. */
  public double getDiskUsed() {
    return 1 - (double) report.disk().freeBytes() / Math.max(1, report.disk().totalBytes());
  }

  /** How much of the heap is taken, from 0 to 1. */
  public double getHeapUsed() {
    return (double) report.machine().heapUsedBytes() / Math.max(1, report.machine().heapMaxBytes());
  }

  /** The size of the database; a dash where it cannot be told. */
  public String getDatabaseSize() {
    long bytes = report.database().bytes();
    return bytes < 0 ? "–" : formats.bytes(bytes);
  }

  /** How fast it answers. */
  public String getDatabaseSpeed() {
    return String.format(java.util.Locale.ROOT, "%.1f ms", report.database().answersInMillis());
  }

  /** Libraries with their versions. */
  public List<Map.Entry<String, String>> getLibraries() {
    return List.copyOf(report.libraries().entrySet());
  }
}
