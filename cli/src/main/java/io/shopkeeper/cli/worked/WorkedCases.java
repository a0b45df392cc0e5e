package io.shopkeeper.cli.worked;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** All worked cases, and how they are printed. */
public final class WorkedCases {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<WorkedCase> ALL = List.of(new CollaborativeCase(), new PurchaseCase());

  private WorkedCases() {}

  /** What {@code --case} can be. */
  public static List<String> names() {
    return ALL.stream().map(WorkedCase::name).toList();
  }

  /**
   * Runs a case.
   *
   * @return its text, or its lines of JSON; empty if there is no such case
   */
  public static Optional<WorkedCases.Printed> run(String name, long seed) {
    return ALL.stream()
        .filter(worked -> worked.name().equals(name))
        .findFirst()
        .map(worked -> new Printed(worked.run(seed), seed));
  }

  /** A case that was run. */
  public static final class Printed {

    private final WorkedReport report;
    private final long seed;

    private Printed(WorkedReport report, long seed) {
      this.report = report;
      this.seed = seed;
    }

    /** A table for people. */
    public void text(PrintWriter out) {
      out.printf(
          Locale.ROOT,
          "%s: %,d training rows, %,d test rows, seed %d%n%s%n%n",
          report.name(),
          report.trainRows(),
          report.testRows(),
          seed,
          report.about());
      for (WorkedReport.Model model : report.models()) {
        out.printf(
            Locale.ROOT,
            "  %-32s %.4f   95 %% %.4f to %.4f   training %.2f s%n",
            model.name(),
            model.accuracy(),
            model.interval().low(),
            model.interval().high(),
            model.trainSeconds());
      }
      out.printf(
          Locale.ROOT,
          "  %-32s %.4f%n  %-32s %.4f%n",
          "the most that can be known",
          report.optimum(),
          "published with the case",
          report.published());
    }

    /** One object a line for each model. */
    public void json(PrintWriter out) {
      for (WorkedReport.Model model : report.models()) {
        ObjectNode object = JSON.createObjectNode();
        object.put("case", report.name()).put("algorithm", model.name()).put("seed", seed);
        object.put("trainRows", report.trainRows()).put("testRows", report.testRows());
        object.putObject("metrics").put("accuracy", model.accuracy());
        object
            .putObject("intervals")
            .putArray("accuracy")
            .add(model.interval().low())
            .add(model.interval().high());
        object.put("optimum", report.optimum()).put("published", report.published());
        object.put("trainSeconds", Math.rint(model.trainSeconds() * 1000) / 1000);
        ObjectNode curves = object.putObject("curves");
        model
            .curves()
            .forEach(
                (name, points) -> {
                  ArrayNode curve = curves.putArray(name);
                  points.forEach(curve::add);
                });
        out.println(object);
      }
    }
  }
}
