package io.shopkeeper.catalog.ingest;

import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.platform.boundary.JobContext;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Tells the job how far one part of several is. */
final class PartProgress {

  private final JobContext job;
  private final int part;
  private final int parts;

  PartProgress(JobContext job, int part, int parts) {
    this.job = job;
    this.part = part;
    this.parts = parts;
  }

  /**
   * Stops where that is wanted.
   *
   * @param fraction of this part
   */
  void at(double fraction, String phase) {
    job.progress((part + fraction) / parts, phase);
    job.stopIfCancelled();
  }

  void log(String line) {
    job.log(line);
  }

  /** Says what columns are taken for. */
  void columns(UnitReading reading, ImportKind kind) {
    if (parts > 1) {
      job.log("part %d of %d: %s".formatted(part + 1, parts, kind.code()));
    }
    if (!reading.encoding().isEmpty() && part == 0) {
      job.log("encoding: " + reading.encoding());
    }
    if (reading.header().isEmpty() || reading.target().isEmpty()) {
      return;
    }
    Set<String> used = new TreeSet<>();
    var fields = new StringBuilder();
    reading
        .target()
        .get()
        .fields()
        .forEach(
            (field, rule) -> {
              used.addAll(rule.columns());
              fields.append(fields.isEmpty() ? "" : ", ").append(field).append(" ← ");
              fields.append(
                  rule.columns().isEmpty() ? "constant" : String.join("+", rule.columns()));
            });
    job.log("columns: " + fields);
    List<String> unused = reading.header().stream().filter(c -> !used.contains(c)).toList();
    if (!unused.isEmpty()) {
      job.log("columns not used: " + unused);
    }
  }
}
