package io.shopkeeper.cli.worked;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopkeeper.ml.evaluation.AmountFigures;
import io.shopkeeper.ml.evaluation.Bootstrap;
import io.shopkeeper.ml.evaluation.Interval;
import io.shopkeeper.ml.evaluation.PairedComparison;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * What the case of customer value found.
 *
 * @param real whether the purchases are of a file
 * @param cut the first day that is held out, days since 1970-01-01
 * @param customers who bought before
 * @param purchases of theirs, before
 * @param lines a model each; the others are compared with the first
 */
record CustomerValueReport(
    long seed,
    boolean real,
    int cut,
    int horizonDays,
    int customers,
    int purchases,
    List<Line> lines)
    implements Printed {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * A model.
   *
   * @param numbers its parameters in words, perhaps empty
   * @param often what it foretold of the numbers of purchases
   * @param much what it foretold of the value
   */
  record Line(
      String algorithm,
      String title,
      String numbers,
      AmountFigures often,
      AmountFigures much,
      double trainSeconds) {}

  private PairedComparison against(AmountFigures first, AmountFigures second, int figure) {
    return PairedComparison.of(
        new Bootstrap(seed),
        first.rows(),
        times -> first.of(times)[figure],
        times -> second.of(times)[figure]);
  }

  @Override
  public void text(PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "customer-value: %,d customers with %,d purchases before %s, judged on the %d days from then on, seed %d%n%n",
        customers,
        purchases,
        real ? LocalDate.ofEpochDay(cut) : "day " + cut,
        horizonDays,
        seed);
    for (Line line : lines) {
      out.printf(
          Locale.ROOT,
          "%s%s (%.1f s)%n",
          line.title(),
          line.numbers().isEmpty() ? "" : ": " + line.numbers(),
          line.trainSeconds());
      figures(out, "purchases", line.often(), lines.getFirst().often());
      figures(out, "value", line.much(), lines.getFirst().much());
      out.print("  value by tenth, foretold/came:");
      for (AmountFigures.Tenth tenth : line.much().tenths()) {
        out.printf(Locale.ROOT, " %.0f/%.0f", tenth.predicted(), tenth.actual());
      }
      out.printf("%n%n");
    }
  }

  private void figures(PrintWriter out, String what, AmountFigures own, AmountFigures first) {
    double[] all = own.all();
    out.printf(Locale.ROOT, "  %-9s", what);
    for (int i = 0; i < all.length; i++) {
      out.printf(Locale.ROOT, "  %s %.4g", AmountFigures.NAMES.get(i), all[i]);
      if (own != first) {
        Interval interval = against(own, first, i).interval();
        out.printf(Locale.ROOT, " (%+.3g to %+.3g)", interval.low(), interval.high());
      }
    }
    out.println();
  }

  @Override
  public void json(PrintWriter out) {
    for (Line line : lines) {
      ObjectNode node =
          JSON.createObjectNode()
              .put("case", "customer-value")
              .put("algorithm", line.algorithm())
              .put("title", line.title())
              .put("numbers", line.numbers())
              .put("seed", seed)
              .put("customers", customers)
              .put("cut", real ? LocalDate.ofEpochDay(cut).toString() : "day " + cut)
              .put("horizonDays", horizonDays)
              .put("trainSeconds", line.trainSeconds());
      ObjectNode metrics = node.putObject("metrics");
      ObjectNode differences = node.putObject("differences");
      put(metrics, differences, "purchases_", line.often(), lines.getFirst().often());
      put(metrics, differences, "value_", line.much(), lines.getFirst().much());
      ArrayNode tenths = node.putArray("tenths");
      for (AmountFigures.Tenth tenth : line.much().tenths()) {
        tenths
            .addObject()
            .put("predicted", tenth.predicted())
            .put("actual", tenth.actual())
            .put("customers", tenth.rows());
      }
      out.println(node);
    }
  }

  private void put(
      ObjectNode metrics,
      ObjectNode differences,
      String prefix,
      AmountFigures own,
      AmountFigures first) {
    double[] all = own.all();
    for (int i = 0; i < all.length; i++) {
      metrics.put(prefix + AmountFigures.NAMES.get(i), all[i]);
      if (own != first) {
        Interval interval = against(own, first, i).interval();
        differences
            .putArray(prefix + AmountFigures.NAMES.get(i))
            .add(interval.low())
            .add(interval.high());
      }
    }
  }
}
