package io.shopkeeper.platform.boundary;

import io.shopkeeper.ml.evaluation.GateVerdict;
import io.shopkeeper.ml.evaluation.PairedFigure;
import io.shopkeeper.training.Beside;
import java.util.Locale;
import java.util.Set;

/**
 * What the quality gate found of a version, beside another model on the same held-out units.
 *
 * @param verdict what follows
 * @param opponent beside what it stood
 * @param opponentVersion of that; null where it has none
 * @param split what was held out
 * @param metric the guard metric
 * @param candidate its value for this version; null where nothing was held out
 * @param against its value for the other; null where nothing was held out
 * @param low end of the 95 % interval of candidate − against, paired; null where it is not known
 * @param high end of it; null where it is not known
 * @param units how many of {@link #unit} were drawn for the interval
 * @param tolerance the part of the other's figure that a candidate may lose, 0 to 1
 */
public record GateReport(
    Verdict verdict,
    Opponent opponent,
    Integer opponentVersion,
    String split,
    String metric,
    Double candidate,
    Double against,
    Double low,
    Double high,
    int units,
    double tolerance) {

  /** What the gate says. */
  public enum Verdict {
    /** Surely better. */
    BETTER,
    /** Loses no more than is tolerated. */
    AS_GOOD,
    /** Surely worse, by more than is tolerated. */
    WORSE,
    /** Worse by more than is tolerated, though that may be chance. */
    DOUBTFUL,
    /** Too little is held out to say anything. */
    UNKNOWN
  }

  /** Beside what a version stood. */
  public enum Opponent {
    /** The live version itself. */
    LIVE_MODEL,
    /** The live version's settings, trained on what this version's evaluation was. */
    LIVE_SETTINGS,
    /** What is liked most, since no version was live. */
    POPULARITY,
    /** The order in which the sources were blended, since no version was live. */
    BLEND,
    /** That customers go on buying as so far, since no version was live. */
    RATE_SO_FAR,
    /** What was sold a season before, since no version was live. */
    SEASONAL_NAIVE
  }

  /** Of what the interval was drawn: what is independent. */
  public enum Unit {
    USERS,
    CUSTOMERS,
    PRODUCTS,
    ROWS;

    private static final Set<String> OF_PRODUCTS = Set.of("wape", "mase", "rmsse", "pinball");

    static Unit of(String metric) {
      if (metric.startsWith("value_") || metric.startsWith("purchases_")) {
        return CUSTOMERS;
      }
      return metric.endsWith("_at_10") ? USERS : OF_PRODUCTS.contains(metric) ? PRODUCTS : ROWS;
    }
  }

  /** What the gate says of a comparison. */
  static GateReport of(Beside beside, String metric, PairedFigure figure, PromotionPolicy policy) {
    GateVerdict verdict = policy.gate().judge(less(metric) ? figure.reversed() : figure);
    return new GateReport(
        Verdict.valueOf(verdict.name()),
        Opponent.valueOf(beside.opponent().name()),
        beside.version() == 0 ? null : (Integer) beside.version(),
        beside.split(),
        metric,
        known(figure.candidate()),
        known(figure.opponent()),
        known(figure.interval().low()),
        known(figure.interval().high()),
        figure.units(),
        policy.gate().tolerance());
  }

  private static Double known(double value) {
    return Double.isNaN(value) ? null : (Double) value;
  }

  private static boolean less(String metric) {
    return MetricDirection.of(metric) == MetricDirection.LOWER_IS_BETTER;
  }

  /** Whether less of the guard metric is better. */
  public boolean lessIsBetter() {
    return less(metric);
  }

  /** Of what there were so many. */
  public Unit unit() {
    return Unit.of(metric);
  }

  /** Whether the version may go live by itself. */
  public boolean passed() {
    return verdict == Verdict.BETTER || verdict == Verdict.AS_GOOD;
  }

  /** Whether it is worse, so that it goes live only where somebody insists. */
  public boolean refused() {
    return verdict == Verdict.WORSE || verdict == Verdict.DOUBTFUL;
  }

  /** The figures in a sentence, for logs and the history. */
  String sentence() {
    String other =
        switch (opponent) {
          case LIVE_MODEL -> "v" + opponentVersion;
          case LIVE_SETTINGS -> "the settings of v" + opponentVersion;
          case POPULARITY -> "popularity";
          case BLEND -> "the blend";
          case RATE_SO_FAR -> "the rate so far";
          case SEASONAL_NAIVE -> "the seasonal naive forecast";
        };
    return String.format(
        Locale.ROOT,
        "%s %s against %s of %s, difference %s to %s, %d %s, %s",
        metric,
        number(candidate),
        number(against),
        other,
        number(low),
        number(high),
        units,
        unit().name().toLowerCase(Locale.ROOT),
        split);
  }

  private static String number(Double value) {
    return value == null ? "?" : String.format(Locale.ROOT, "%.4f", value);
  }
}
