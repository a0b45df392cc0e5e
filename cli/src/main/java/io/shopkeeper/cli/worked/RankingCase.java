package io.shopkeeper.cli.worked;

import io.shopkeeper.ml.evaluation.ClassFigures;
import io.shopkeeper.ml.evaluation.PairedFigure;
import io.shopkeeper.ml.linear.LogisticRegression;
import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.Column;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.Table;
import io.shopkeeper.ml.table.TableModel;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.ml.tree.GradientBoosting;
import io.shopkeeper.ml.worked.RankedShop;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What ranking by the probability of a purchase is worth: lists are shown in the order of the
 * sources and logged with what was known; models learn from the log, and then rank the candidates
 * of visits that come after. Each ranking is held against the order of the sources on the same
 * visits, by the purchases that the truth expects.
 */
final class RankingCase implements WorkedCase {

  private static final TrainingListener SILENT = TrainingListener.SILENT;
  private static final String PLACE = RankedShop.COLUMNS.getLast();

  private final int visitors;
  private final int logged;
  private final int judged;

  RankingCase() {
    this(2000, 8000, 4000);
  }

  /** Of another size. */
  RankingCase(int visitors, int logged, int judged) {
    this.visitors = visitors;
    this.logged = logged;
    this.judged = judged;
  }

  @Override
  public String name() {
    return "ranking";
  }

  @Override
  public Printed run(long seed) {
    var shop = new RankedShop(visitors, seed);
    Log learnt = log(shop, logged);
    Log held = log(shop, judged / 4);
    List<RankedShop.Visit> visits = new ArrayList<>();
    for (int i = 0; i < judged; i++) {
      visits.add(shop.next());
    }
    double[] blend =
        visits.stream().mapToDouble(visit -> visit.purchases(visit.blended())).toArray();
    double[] truth =
        visits.stream()
            .mapToDouble(visit -> visit.purchases(visit.ranked(visit.wanted())))
            .toArray();
    List<RankingReport.Line> lines = new ArrayList<>();
    var logistic = new LogisticRegression();
    LogisticRegression.Options plain = logistic.presets().get("plain");
    lines.add(
        line(
            "logistic regression",
            logistic.train(learnt.rows(), plain, seed, SILENT),
            held,
            visits,
            blend,
            seed));
    lines.add(
        line(
            "the same without the place",
            logistic.train(learnt.withoutPlace(), plain, seed, SILENT),
            held,
            visits,
            blend,
            seed));
    var boosting = new GradientBoosting();
    lines.add(
        line(
            "gradient boosting",
            boosting.train(
                learnt.rows(), boosting.presets().values().iterator().next(), seed, SILENT),
            held,
            visits,
            blend,
            seed));
    return new RankingReport(
        seed, visitors, logged, learnt.purchases(), judged, mean(blend), mean(truth), lines);
  }

  /** What was shown, and whether it was bought. */
  private record Log(LabelledTable rows) {

    int purchases() {
      return ((ClassTarget) rows.target()).counts()[1];
    }

    LabelledTable withoutPlace() {
      List<Column> columns =
          rows.features().columns().stream()
              .filter(column -> !column.name().equals(PLACE))
              .toList();
      return new LabelledTable(new Table(columns), rows.target());
    }
  }

  private static Log log(RankedShop shop, int lists) {
    List<float[][]> known = new ArrayList<>();
    boolean[] bought = new boolean[lists * RankedShop.PLACES];
    for (int i = 0; i < lists; i++) {
      RankedShop.Visit visit = shop.next();
      int[] list = visit.blended();
      known.add(RankedShop.shown(visit, list));
      System.arraycopy(shop.buys(visit, list), 0, bought, i * RankedShop.PLACES, RankedShop.PLACES);
    }
    return new Log(new LabelledTable(RankedShop.table(known), ClassTarget.of(bought)));
  }

  private static RankingReport.Line line(
      String ranking,
      TableModel model,
      Log held,
      List<RankedShop.Visit> visits,
      double[] blend,
      long seed) {
    double[] purchases =
        visits.stream().mapToDouble(visit -> visit.purchases(ranked(model, visit))).toArray();
    Map<String, Double> figures =
        new ClassFigures(
                model.predict(held.rows().features()), ((ClassTarget) held.rows().target()).codes())
            .all();
    return new RankingReport.Line(
        ranking,
        PairedFigure.of(purchases, blend, seed),
        figures.get("auc"),
        figures.get("pr_auc"),
        figures.get("ece"));
  }

  private static int[] ranked(TableModel model, RankedShop.Visit visit) {
    double[][] both = model.predict(visit.compared());
    return visit.ranked(Arrays.stream(both).mapToDouble(one -> one[1]).toArray());
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }
}
