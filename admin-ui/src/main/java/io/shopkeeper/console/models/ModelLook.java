package io.shopkeeper.console.models;

import io.shopkeeper.console.frame.Formats;
import io.shopkeeper.console.frame.Titles;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.console.jobs.CurveChart;
import io.shopkeeper.platform.boundary.CurvePoint;
import io.shopkeeper.platform.boundary.DriftMeasure;
import io.shopkeeper.platform.boundary.GateReport;
import io.shopkeeper.platform.boundary.ModelVersionView;
import io.shopkeeper.platform.boundary.Stage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How models and their versions are shown wherever they are. */
@Named("modelLook")
@RequestScoped
public class ModelLook {

  private static final double SURE = 1.96;
  private static final int COLUMNS = 3;
  private static final List<String> FIRST =
      List.of(
          "ndcg_at_10",
          "recall_at_10",
          "accuracy",
          "macro_f1",
          "auc",
          "pr_auc",
          "rmse",
          "value_mae",
          "value_spearman",
          "purchases_mae",
          "wape",
          "mase",
          "cover80",
          "coverage");

  @Inject private Formats formats;
  @Inject private Words words;
  @Inject private Titles titles;

  /** How a stage looks. */
  public String tone(Stage stage) {
    return switch (stage) {
      case LIVE -> "live";
      case STAGED -> "warn";
      case CANDIDATE -> "info";
      case RETIRED -> "plain";
    };
  }

  /** How what the quality gate says looks. */
  public String gateTone(GateReport.Verdict verdict) {
    return switch (verdict) {
      case BETTER, AS_GOOD -> "live";
      case WORSE, DOUBTFUL -> "bad";
      case UNKNOWN -> "warn";
    };
  }

  /** Beside what a version stood. */
  public String opponent(GateReport report) {
    return words.format("gate.opponent." + report.opponent(), report.opponentVersion());
  }

  /** The metric that the gate judges by, and whether less of it is better. */
  public String guard(GateReport report) {
    String metric = words.of("metric", report.metric());
    return report.lessIsBetter() ? words.format("gate.less", metric) : metric;
  }

  /** The difference with its interval. */
  public String difference(GateReport report) {
    return report.low() == null || report.high() == null
        ? "–"
        : String.format(
            Locale.ROOT,
            "%+.4f (%+.4f … %+.4f)",
            report.candidate() - report.against(),
            report.low(),
            report.high());
  }

  /** What moved most, each with its parts of all visits before and now. */
  public List<String> movers(DriftMeasure measure) {
    List<DriftMeasure.Mover> most = measure.movers().stream().limit(COLUMNS).toList();
    titles.learn(most.stream().map(DriftMeasure.Mover::name).toList());
    return most.stream()
        .map(
            mover ->
                "%s %s → %s"
                    .formatted(
                        titles.of(mover.name()),
                        formats.share(mover.before()),
                        formats.share(mover.now())))
        .toList();
  }

  /** How often lists were taken up before and now; a dash where that is not known. */
  public String hits(DriftMeasure measure) {
    return measure.hits() == null
        ? "–"
        : "%s → %s"
            .formatted(formats.share(measure.hits().before()), formats.share(measure.hits().now()));
  }

  /** A metric with how sure it is. */
  public String measured(Double value, Double error) {
    return value == null
        ? "–"
        : formats.metric(value)
            + (error == null ? "" : String.format(Locale.ROOT, " ± %.4f", SURE * error));
  }

  /** The metrics that tell most of these versions, three at most. */
  public List<String> columns(List<ModelVersionView> versions) {
    Set<String> there = new LinkedHashSet<>();
    for (ModelVersionView version : versions) {
      there.addAll(version.metrics().getOrDefault(split(version), Map.of()).keySet());
    }
    return FIRST.stream().filter(there::contains).limit(COLUMNS).toList();
  }

  /** The split that a version is judged by: the one with the shortest name. */
  public String split(ModelVersionView version) {
    return version.metrics().keySet().stream()
        .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
        .orElse("");
  }

  /** A metric of the split that a version is judged by. */
  public String column(ModelVersionView version, String metric) {
    String split = split(version);
    return measured(
        version.metric(split, metric).orElse(null),
        version.standardError(split, metric).orElse(null));
  }

  /** The curves of versions, one picture for each measure. */
  public List<CurveChart> curves(ModelVersionView... versions) {
    var points = new ArrayList<CurvePoint>();
    for (ModelVersionView version : versions) {
      new TreeMap<>(version.curves())
          .forEach(
              (curve, values) -> {
                String name = versions.length == 1 ? curve : curve + " · v" + version.version();
                for (int i = 0; i < values.size(); i++) {
                  points.add(new CurvePoint(name, i + 1, values.get(i)));
                }
              });
    }
    return CurveChart.byMeasure(points);
  }

  /** The first characters of a fingerprint, in groups that one can read aloud. */
  public String fingerprint(String whole) {
    return whole.replaceAll("(.{4})(?=.)", "$1 ");
  }
}
