package io.shopkeeper.catalog.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopkeeper.catalog.boundary.cleaning.StepData;
import io.shopkeeper.catalog.boundary.quarantine.QuarantineFilter;
import io.shopkeeper.platform.boundary.JobContext;
import io.shopkeeper.platform.boundary.JobFailedException;
import io.shopkeeper.platform.boundary.JobHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tries many rows of the quarantine again, as they are, by a rule, or as a file corrects them. Rows
 * are stored in small chunks, each in its own transaction; run again after a crash it meets only
 * rows that still wait.
 */
public final class QuarantineTasks implements JobHandler {

  /** The kind of these jobs. */
  public static final String KIND = "quarantine";

  private static final int CHUNK = 50;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ID = "quarantine_id";

  private final QuarantineLedger ledger;

  QuarantineTasks(QuarantineLedger ledger) {
    this.ledger = ledger;
  }

  /** What a job needs to know to try rows again. */
  public static Map<String, String> replay(
      QuarantineFilter filter, Optional<StepData> rule, String by) {
    var parameters = new HashMap<String, String>();
    parameters.put("by", by);
    parameters.put("filter", write(filter));
    rule.ifPresent(step -> parameters.put("rule", write(step)));
    return parameters;
  }

  /** What a job needs to know to take corrected rows in. */
  public static Map<String, String> upload(Path file, String by) {
    return Map.of("by", by, "path", file.toString());
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean resumable() {
    return true;
  }

  @Override
  public void run(JobContext job) throws JobFailedException {
    try {
      if (job.parameters().containsKey("path")) {
        take(job, Path.of(job.parameters().get("path")));
      } else {
        replay(job);
      }
    } catch (FileUnreadableException unreadable) {
      throw new JobFailedException(unreadable.getMessage(), unreadable);
    } catch (IOException problem) {
      throw new JobFailedException("The file cannot be read: " + problem.getMessage(), problem);
    }
  }

  private void replay(JobContext job) throws IOException {
    QuarantineFilter filter =
        JSON.readValue(job.parameters().get("filter"), QuarantineFilter.class);
    Optional<StepData> rule = Optional.empty();
    if (job.parameters().containsKey("rule")) {
      rule = Optional.of(JSON.readValue(job.parameters().get("rule"), StepData.class));
    }
    var cleaners = ledger.cleaners(rule);
    long all = Math.max(1, ledger.count(filter));
    long done = 0;
    long stored = 0;
    long last = 0;
    List<Long> chunk = ledger.next(filter, last, CHUNK);
    while (!chunk.isEmpty()) {
      job.stopIfCancelled();
      stored += ledger.retry(chunk, cleaners, job.parameters().get("by"));
      done += chunk.size();
      last = chunk.getLast();
      job.progress(Math.min(1, (double) done / all), "storing");
      chunk = ledger.next(filter, last, CHUNK);
    }
    job.log("%d rows tried, %d stored, %d still wait".formatted(done, stored, done - stored));
  }

  private void take(JobContext job, Path file) throws IOException, FileUnreadableException {
    if (!Files.exists(file)) {
      job.log("the file was taken in before");
      return;
    }
    var cleaners = ledger.cleaners(Optional.empty());
    long stored = 0;
    long done = 0;
    long unknown = 0;
    try (RowSource source = RowSource.open(file)) {
      var chunk = new ArrayList<QuarantineLedger.Correction>();
      Optional<RowSource.Row> row = source.next();
      while (row.isPresent()) {
        Optional<QuarantineLedger.Correction> correction = correction(row.get());
        correction.ifPresent(chunk::add);
        unknown += correction.isPresent() ? 0 : 1;
        row = source.next();
        if (chunk.size() == CHUNK || (row.isEmpty() && !chunk.isEmpty())) {
          job.stopIfCancelled();
          done += chunk.size();
          stored += ledger.correct(chunk, cleaners, job.parameters().get("by"));
          chunk.clear();
          job.progress(0.5, "storing");
        }
      }
    }
    Files.deleteIfExists(file);
    job.log("%d rows tried, %d stored, %d still wait".formatted(done, stored, done - stored));
    if (unknown > 0) {
      job.log(
          "%d rows have no number in the column %s and were passed over".formatted(unknown, ID));
    }
  }

  private static Optional<QuarantineLedger.Correction> correction(RowSource.Row row) {
    ObjectNode values = row.values();
    String id = values.path(ID).asText();
    if (row.fault().isPresent() || !id.matches("\\d{1,18}")) {
      return Optional.empty();
    }
    Map<String, String> cells = new HashMap<>();
    values
        .properties()
        .forEach(
            entry -> {
              String text =
                  entry.getValue().isContainerNode()
                      ? entry.getValue().toString()
                      : entry.getValue().asText();
              if (!entry.getKey().startsWith("quarantine_")) {
                cells.put(entry.getKey(), text.replaceFirst("^'(?=[=+\\-@\\t\\r])", ""));
              }
            });
    return Optional.of(new QuarantineLedger.Correction(Long.parseLong(id), cells));
  }

  private static String write(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalArgumentException("cannot be written as JSON", impossible);
    }
  }
}
