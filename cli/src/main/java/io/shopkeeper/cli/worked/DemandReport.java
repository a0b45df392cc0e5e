package io.shopkeeper.cli.worked;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopkeeper.ml.evaluation.Bootstrap;
import io.shopkeeper.ml.evaluation.Interval;
import io.shopkeeper.ml.evaluation.PairedComparison;
import io.shopkeeper.ml.forecast.DemandClass;
import io.shopkeeper.ml.forecast.DemandFigures;
import io.shopkeeper.ml.forecast.DemandMethod;
import io.shopkeeper.ml.forecast.WeeklySales;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the case of demand found.
 *
 * @param real whether the sales are of a file
 * @param products that ever sold
 * @param origins the first weeks that were not known
 * @param lines a way of foretelling each; all are compared with the last
 */
record DemandReport(long seed, boolean real, int products, List<Integer> origins, List<Line> lines)
    implements Printed {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Figures of which differences are shown. */
  private static final int ERRORS = 3;

  /** The share that came within bands, and how sure it is. */
  private static final List<String> COVERS = List.of("cover80", "cover95");

  /**
   * A way of foretelling.
   *
   * @param byWeek ahead
   * @param byOrigin in the order of the origins
   * @param counts products by the method that foretold them at the last origin
   * @param trainSeconds of all origins
   */
  record Line(
      String algorithm,
      DemandFigures all,
      List<DemandFigures> byWeek,
      Map<DemandClass, DemandFigures> byClass,
      List<DemandFigures> byOrigin,
      Map<DemandMethod, Long> counts,
      double trainSeconds) {}

  private Interval against(Line own, int figure) {
    return PairedComparison.of(
            new Bootstrap(seed),
            own.all().products(),
            times -> own.all().of(times)[figure],
            times -> lines.getLast().all().of(times)[figure])
        .interval();
  }

  private Interval within(Line line, int figure) {
    return new Bootstrap(seed)
        .ofCounts(line.all().products(), times -> line.all().of(times)[figure]);
  }

  /**
   * All products have weeks in common, so that draws of products alone make a figure too sure: what
   * it would be from other weeks is seen by its spread over origins.
   */
  private static double errorOfOrigins(Line line, int figure) {
    double[] values = line.byOrigin().stream().mapToDouble(one -> one.all()[figure]).toArray();
    double mean = Arrays.stream(values).average().orElse(Double.NaN);
    double squares = Arrays.stream(values).map(one -> (one - mean) * (one - mean)).sum();
    return Math.sqrt(squares / (values.length - 1) / values.length);
  }

  private String week(int week) {
    return real ? WeeklySales.monday(week).toString() : "week " + week;
  }

  @Override
  public void text(PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "demand: %,d products; from %d origins, %s to %s, the %d weeks from each on (%,d weeks of products), seed %d%n"
            + "In brackets: how it differs from %s, 95 %% of paired draws of products%n%n",
        products,
        origins.size(),
        week(origins.getFirst()),
        week(origins.getLast()),
        DemandCase.HORIZON_WEEKS,
        lines.getFirst().all().weeks(),
        seed,
        lines.getLast().algorithm());
    for (Line line : lines) {
      line(out, line);
    }
    Line first = lines.getFirst();
    out.printf("%n%s, weeks ahead:%n", first.algorithm());
    for (int ahead = 0; ahead < first.byWeek().size(); ahead++) {
      row(out, Integer.toString(ahead + 1), first.byWeek().get(ahead));
    }
    out.printf("%s, by how regularly products sell:%n", first.algorithm());
    first
        .byClass()
        .forEach((group, figures) -> row(out, group.name().toLowerCase(Locale.ROOT), figures));
    out.printf("%s, from each origin:%n", first.algorithm());
    for (int origin = 0; origin < origins.size(); origin++) {
      row(out, week(origins.get(origin)), first.byOrigin().get(origin));
    }
    out.printf(
        "within the bands: 95 %% of draws of products, and standard error of the mean of origins, of which there are few:%n");
    for (Line line : lines) {
      out.printf("  %-22s", line.algorithm());
      for (String cover : COVERS) {
        int figure = DemandFigures.NAMES.indexOf(cover);
        Interval interval = within(line, figure);
        out.printf(
            Locale.ROOT,
            "  %s %.4f (%.4f to %.4f; origins +- %.4f)",
            cover,
            line.all().all()[figure],
            interval.low(),
            interval.high(),
            errorOfOrigins(line, figure));
      }
      out.println();
    }
    out.printf(
        "%s, methods at the last origin: %s%n",
        first.algorithm(),
        first.counts().entrySet().stream()
            .map(one -> "%s %d".formatted(one.getKey().code(), one.getValue()))
            .collect(Collectors.joining(", ")));
  }

  private void line(PrintWriter out, Line line) {
    double[] all = line.all().all();
    out.printf(Locale.ROOT, "%-22s", line.algorithm());
    for (int figure = 0; figure < all.length; figure++) {
      out.printf(Locale.ROOT, "  %s %.3f", DemandFigures.NAMES.get(figure), all[figure]);
      if (figure < ERRORS && !line.algorithm().equals(lines.getLast().algorithm())) {
        Interval interval = against(line, figure);
        out.printf(Locale.ROOT, " (%+.3f to %+.3f)", interval.low(), interval.high());
      }
    }
    out.printf(Locale.ROOT, "  %.1f s%n", line.trainSeconds());
  }

  private static void row(PrintWriter out, String name, DemandFigures figures) {
    out.printf("  %-13s", name);
    double[] all = figures.all();
    for (int figure = 0; figure < all.length; figure++) {
      out.printf(Locale.ROOT, "  %s %.3f", DemandFigures.NAMES.get(figure), all[figure]);
    }
    out.printf(Locale.ROOT, "  of %,d%n", figures.weeks());
  }

  @Override
  public void json(PrintWriter out) {
    for (Line line : lines) {
      ObjectNode node =
          JSON.createObjectNode()
              .put("case", "demand")
              .put("algorithm", line.algorithm())
              .put("seed", seed)
              .put("products", products)
              .put("weeks", line.all().weeks())
              .put("from", week(origins.getFirst()))
              .put("to", week(origins.getLast()))
              .put("horizonWeeks", DemandCase.HORIZON_WEEKS)
              .put("trainSeconds", line.trainSeconds());
      double[] all = line.all().all();
      ObjectNode metrics = node.putObject("metrics");
      ObjectNode differences = node.putObject("differences");
      for (int figure = 0; figure < all.length; figure++) {
        metrics.put(DemandFigures.NAMES.get(figure), all[figure]);
        if (figure < ERRORS && !line.algorithm().equals(lines.getLast().algorithm())) {
          Interval interval = against(line, figure);
          differences
              .putArray(DemandFigures.NAMES.get(figure))
              .add(interval.low())
              .add(interval.high());
        }
      }
      ObjectNode errors = node.putObject("errorsOfOrigins");
      COVERS.forEach(
          cover -> errors.put(cover, errorOfOrigins(line, DemandFigures.NAMES.indexOf(cover))));
      out.println(node);
    }
  }
}
