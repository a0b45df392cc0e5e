package io.shopkeeper.cli.worked;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopkeeper.ml.evaluation.PairedFigure;
import io.shopkeeper.ml.worked.RankedShop;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/**
 * What the case of ranking found.
 *
 * @param logged lists that were learnt from
 * @param purchases of products in them
 * @param judged visits on which the rankings were held against each other
 * @param blend purchases a visit in the order of the sources
 * @param truth purchases a visit in the order of who knows every wish
 * @param lines a ranking each
 */
record RankingReport(
    long seed,
    int visitors,
    int logged,
    int purchases,
    int judged,
    double blend,
    double truth,
    List<Line> lines)
    implements Printed {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * A ranking.
   *
   * @param figure purchases a visit beside those of the blend
   * @param auc of its probabilities on lists that were shown later, as are the others
   * @param precision average precision
   * @param error calibration error
   */
  record Line(String ranking, PairedFigure figure, double auc, double precision, double error) {}

  /** Whether the first ranking surely sells more than the blend. */
  boolean better() {
    return lines.getFirst().figure().interval().low() > 0;
  }

  @Override
  public void text(PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "ranking: %d visitors, %d lists of %d logged with %d purchases, judged on %d visits with %d candidates, seed %d%n%n",
        visitors,
        logged,
        RankedShop.PLACES,
        purchases,
        judged,
        RankedShop.CANDIDATES,
        seed);
    out.println(
        "                              purchases a visit   more than the blend     AUC   average precision   ECE");
    out.printf(Locale.ROOT, "%-30s%.4f%n", "order of the sources", blend);
    for (Line line : lines) {
      out.printf(
          Locale.ROOT,
          "%-30s%.4f   %+6.1f %% (%+.1f to %+.1f)   %.4f   %.4f   %.4f%n",
          line.ranking(),
          line.figure().candidate(),
          100 * line.figure().difference() / blend,
          100 * line.figure().interval().low() / blend,
          100 * line.figure().interval().high() / blend,
          line.auc(),
          line.precision(),
          line.error());
    }
    out.printf(
        Locale.ROOT,
        "%-30s%.4f   %+6.1f %%%n%n",
        "who knows every wish",
        truth,
        100 * (truth - blend) / blend);
    out.printf(
        "ranking by purchase sells more than the blend: %s%n", better() ? "reached" : "MISSED");
  }

  @Override
  public void json(PrintWriter out) {
    for (Line line : lines) {
      ObjectNode one =
          JSON.createObjectNode()
              .put("case", "ranking")
              .put("part", line.ranking())
              .put("seed", seed);
      one.putObject("metrics")
          .put("purchases", line.figure().candidate())
          .put("purchases_blend", blend)
          .put("purchases_truth", truth)
          .put("auc", line.auc())
          .put("pr_auc", line.precision())
          .put("ece", line.error());
      one.putObject("intervals")
          .putArray("purchases_more")
          .add(line.figure().interval().low())
          .add(line.figure().interval().high());
      out.println(one);
    }
  }
}
