package io.shopkeeper.console.experiment;

import io.shopkeeper.console.frame.Formats;
import io.shopkeeper.console.frame.Reader;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentFigures;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentFigures.ArmFigures;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentFigures.MetricFigures;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentState;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentVerdict;
import io.shopkeeper.recommendation.boundary.experiment.Metric;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** How experiments and their figures look. */
@Named("experimentLook")
@RequestScoped
public class ExperimentLook {

  private static final int CENTS = 2;
  private static final int TENTHS = 1;
  private static final double LEAST = 0.0001;

  @Inject private Reader reader;
  @Inject private Formats formats;

  /**
   * How an arm does beside the control in a metric.
   *
   * @param first whether it is the arm's first line
   * @param lift with its sign; a dash for none
   * @param range from where to where; empty where nothing can be said
   * @param picture null where nothing can be said
   */
  public record Lift(
      String arm, Metric metric, boolean first, String lift, String range, Interval picture) {}

  /** How a state looks. */
  public String stateTone(ExperimentState state) {
    return switch (state) {
      case DRAFT -> "info";
      case RUNNING -> "live";
      case STOPPED -> "plain";
    };
  }

  /** How a verdict looks. */
  public String tone(ExperimentVerdict verdict) {
    return verdictTone(verdict);
  }

  /** How a verdict looks: {@code ok, info, warn, bad} or {@code plain}. */
  static String verdictTone(ExperimentVerdict verdict) {
    return switch (verdict) {
      case WINNER -> "ok";
      case GUARD_OPEN -> "info";
      case CONTROL_BEST -> "warn";
      case MISMATCH, GUARD_BREACHED -> "bad";
      case NO_DIFFERENCE, UNDECIDED -> "plain";
    };
  }

  /** How a guard's state looks. */
  public String guardTone(String state) {
    return switch (state) {
      case "SAFE" -> "ok";
      case "BREACHED" -> "bad";
      default -> "plain";
    };
  }

  /** A metric's mean: a share of the visitors, or money for each; a dash for none. */
  public String mean(MetricFigures figures) {
    if (figures.mean() == null) {
      return "–";
    }
    return figures.metric().isMoney() ? money(figures.mean()) : formats.share(figures.mean());
  }

  private String money(double amount) {
    NumberFormat format = NumberFormat.getNumberInstance(reader.getLocale());
    format.setMinimumFractionDigits(CENTS);
    format.setMaximumFractionDigits(CENTS);
    return format.format(amount);
  }

  /** A probability with its sign, such as {@code = 0.0312} or {@code < 0.0001}. */
  public String probability(double probability) {
    return probability < LEAST ? "< 0.0001" : "= " + formats.metric(probability);
  }

  /** All arms beside the control, in the order of the design and of the metrics. */
  public List<Lift> lifts(ExperimentFigures figures) {
    List<ArmFigures> arms = figures.arms().stream().skip(1).toList();
    double reach =
        Interval.reach(
            DoubleStream.concat(
                all(arms, MetricFigures::liftLow), all(arms, MetricFigures::liftHigh)),
            all(arms, MetricFigures::lift));
    List<Lift> lifts = new ArrayList<>();
    for (ArmFigures arm : arms) {
      for (int i = 0; i < arm.metrics().size(); i++) {
        lifts.add(lift(arm, arm.metrics().get(i), i == 0, reach));
      }
    }
    return lifts;
  }

  private static DoubleStream all(List<ArmFigures> arms, ToDoubleFunction<MetricFigures> value) {
    return arms.stream()
        .flatMap(arm -> arm.metrics().stream())
        .filter(ExperimentLook::isKnown)
        .mapToDouble(value);
  }

  private static boolean isKnown(MetricFigures metric) {
    return metric.lift() != null && metric.liftLow() != null && metric.liftHigh() != null;
  }

  private Lift lift(ArmFigures arm, MetricFigures metric, boolean first, double reach) {
    boolean known = isKnown(metric);
    return new Lift(
        arm.name(),
        metric.metric(),
        first,
        metric.lift() == null ? "–" : signed(metric.lift()),
        known ? signed(metric.liftLow()) + " … " + signed(metric.liftHigh()) : "",
        known ? Interval.of(metric.liftLow(), metric.lift(), metric.liftHigh(), reach) : null);
  }

  private String signed(double lift) {
    NumberFormat percent = NumberFormat.getPercentInstance(reader.getLocale());
    percent.setMaximumFractionDigits(TENTHS);
    String size = percent.format(Math.abs(lift));
    return lift < 0 ? "−" + size : "+" + size;
  }
}
