package io.shopkeeper.console.experiment;

import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentDesign;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentGuard;
import io.shopkeeper.recommendation.boundary.experiment.Metric;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Drafts of designs: from what the form sent, from a design, or to begin with. */
@RequestScoped
public class DesignDrafts {

  /** More lines are not read: a design may have fewer, and its check says so. */
  private static final int MOST_LINES = 12;

  @Inject private Asked asked;

  /** Whether the form sent one. */
  boolean isSent() {
    return asked.act("arms").isPresent();
  }

  /** What the form sent. */
  DesignDraft sent(String placement) {
    List<DesignDraft.ArmLine> arms = new ArrayList<>();
    long count = Math.min(MOST_LINES, asked.number("arms").orElse(0L));
    for (int place = 0; place < count; place++) {
      String at = "a" + place + ".";
      arms.add(
          new DesignDraft.ArmLine(text(at + "name"), text(at + "version"), text(at + "share")));
    }
    Map<Metric, String> margins = new EnumMap<>(Metric.class);
    Metric primary = Metric.CLICK;
    for (Metric metric : Metric.values()) {
      margins.put(metric, text("margin." + metric.word()));
      if (metric.word().equals(text("primary"))) {
        primary = metric;
      }
    }
    return new DesignDraft(
        placement,
        text("note"),
        arms,
        text("holdout"),
        text("ramp"),
        primary,
        margins,
        text("planned"),
        text("window"));
  }

  private String text(String name) {
    return asked.act(name).map(String::strip).orElse("");
  }

  /** Of a design that is kept. */
  static DesignDraft of(ExperimentDesign design) {
    Map<Metric, String> margins = new EnumMap<>(Metric.class);
    for (ExperimentGuard guard : design.guards()) {
      margins.put(guard.metric(), percent(guard.margin()));
    }
    return new DesignDraft(
        design.placement(),
        design.note(),
        design.arms().stream()
            .map(
                arm ->
                    new DesignDraft.ArmLine(
                        arm.name(), String.valueOf(arm.version()), plain(arm.share())))
            .toList(),
        percent(design.holdout()),
        percent(design.ramp()),
        design.primary(),
        margins,
        String.valueOf(design.plannedVisitors()),
        String.valueOf(design.windowHours()));
  }

  /**
   * What a form begins with: the live recipe against the newest one, half of the visitors each.
   *
   * @param live the version that is live
   * @param newest the version that was saved last
   */
  static DesignDraft fresh(String placement, int live, int newest) {
    return of(new ExperimentDesign(placement, null, List.of(), null, null, null, null, null, null))
        .withArm(new DesignDraft.ArmLine("control", String.valueOf(live), "1"))
        .withArm(new DesignDraft.ArmLine("new", String.valueOf(newest), "1"));
  }

  /** A share as percent, such as 2.5 for 0.025. */
  static String percent(double share) {
    return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString();
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
