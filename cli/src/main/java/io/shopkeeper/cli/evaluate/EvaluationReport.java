package io.shopkeeper.cli.evaluate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Prints outcomes: a JSON object a line, or a table for people. */
final class EvaluationReport {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String task;
  private final String standard;
  private final DataSummary data;
  private final long seed;

  /**
   * @param standard the product's default algorithm
   */
  EvaluationReport(String task, String standard, DataSummary data, long seed) {
    this.task = task;
    this.standard = standard;
    this.data = data;
    this.seed = seed;
  }

  /** One line of JSON. */
  String json(Outcome outcome) {
    ObjectNode object = JSON.createObjectNode();
    object.put("task", task);
    object.put("algorithm", outcome.algorithm());
    if (!outcome.title().equals(outcome.algorithm())) {
      object.put("title", outcome.title());
    }
    object.put("default", outcome.algorithm().equals(standard));
    object
        .putObject("train")
        .put("file", data.train().file())
        .put("rows", data.trainRows())
        .put("sha256", data.train().sha256());
    object
        .putObject("test")
        .put("file", data.test().file())
        .put("rows", data.testRows())
        .put("sha256", data.test().sha256());
    object.put("split", data.split());
    object.put("seed", seed);
    ObjectNode metrics = object.putObject("metrics");
    outcome.metrics().forEach(metrics::put);
    ObjectNode intervals = object.putObject("intervals");
    outcome.intervals().forEach((name, ends) -> intervals.putArray(name).add(ends[0]).add(ends[1]));
    object.put("trainSeconds", round(outcome.trainSeconds()));
    object.put("predictSeconds", round(outcome.predictSeconds()));
    object.put("peakMemoryMb", outcome.peakMemoryMb());
    outcome.tables().forEach(table -> table.put(object));
    return object.toString();
  }

  private static double round(double seconds) {
    return Math.rint(seconds * 1000) / 1000;
  }

  /** A table of all outcomes. */
  void print(List<Outcome> outcomes, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%s: %,d training rows, %,d test rows, %s, split %s%n%n",
        task,
        data.trainRows(),
        data.testRows(),
        data.size(),
        data.split());
    for (Outcome outcome : outcomes) {
      out.printf(
          Locale.ROOT,
          "%s%s  (training %.2f s, prediction %.2f s, memory %d MB)%n",
          outcome.title(),
          outcome.algorithm().equals(standard) ? " [default]" : "",
          outcome.trainSeconds(),
          outcome.predictSeconds(),
          outcome.peakMemoryMb());
      if (outcome.metrics().isEmpty()) {
        out.println("  nothing is held out, so nothing is measured");
      }
      outcome
          .metrics()
          .forEach(
              (name, value) -> {
                double[] ends = outcome.intervals().get(name);
                String interval =
                    ends == null
                        ? ""
                        : String.format(Locale.ROOT, "   95 %% %.4f to %.4f", ends[0], ends[1]);
                out.printf(Locale.ROOT, "  %-18s %9.4f%s%n", name, value, interval);
              });
      outcome.tables().forEach(table -> table.print(out));
      out.println();
    }
  }
}
