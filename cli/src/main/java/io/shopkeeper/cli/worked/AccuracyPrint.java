package io.shopkeeper.cli.worked;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Locale;

/** Models' accuracies as a table, or as one object for each model. */
record AccuracyPrint(WorkedReport report, long seed) implements Printed {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
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

  @Override
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
