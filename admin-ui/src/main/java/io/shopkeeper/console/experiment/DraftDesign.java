package io.shopkeeper.console.experiment;

import io.shopkeeper.platform.boundary.FieldError;
import io.shopkeeper.recommendation.boundary.experiment.DesignCheck;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentArm;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentDesign;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentGuard;
import io.shopkeeper.recommendation.boundary.experiment.Metric;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The design that a draft means, or what is wrong with it and where. */
final class DraftDesign {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Map<String, String> faults = new LinkedHashMap<>();
  private final ExperimentDesign design;

  DraftDesign(DesignDraft draft) {
    BigDecimal holdout = belowHundred("/holdout", draft.holdout());
    BigDecimal ramp = ramp(draft.ramp());
    design =
        new ExperimentDesign(
            draft.placement(),
            draft.note(),
            arms(draft.arms()),
            share(holdout),
            share(ramp),
            draft.primary(),
            guards(draft.margins()),
            whole("/plannedVisitors", draft.planned()),
            hours(draft.window()));
    for (FieldError error : DesignCheck.of(design)) {
      faults.putIfAbsent(error.pointer(), error.message());
    }
  }

  /** The design; empty if there is a fault. */
  Optional<ExperimentDesign> design() {
    return faults.isEmpty() ? Optional.of(design) : Optional.empty();
  }

  /** What is wrong, in English, by its place; guards stand under their metric's word. */
  Map<String, String> faults() {
    return faults;
  }

  /**
   * A ramp that was typed in percent, as a share; empty, with a fault at {@code /ramp}, if it is
   * none.
   */
  static Optional<Double> ramp(String text, Map<String, String> faults) {
    String plain = text.replace(',', '.');
    boolean right = isNumber(plain) && isRamp(new BigDecimal(plain));
    if (!right) {
      faults.put("/ramp", "must be a percentage above 0, at most 100");
    }
    return right ? Optional.of(share(new BigDecimal(plain))) : Optional.empty();
  }

  private static boolean isRamp(BigDecimal percent) {
    return percent.signum() > 0 && percent.compareTo(HUNDRED) <= 0;
  }

  private BigDecimal ramp(String text) {
    BigDecimal percent = number("/ramp", text);
    if (percent != null && !isRamp(percent)) {
      faults.put("/ramp", "must be a percentage above 0, at most 100");
      return null;
    }
    return percent;
  }

  private BigDecimal belowHundred(String at, String text) {
    BigDecimal percent = number(at, text);
    if (percent != null && (percent.signum() < 0 || percent.compareTo(HUNDRED) >= 0)) {
      faults.put(at, "must be a percentage from 0 to below 100");
      return null;
    }
    return percent;
  }

  private static Double share(BigDecimal percent) {
    return percent == null ? null : (Double) percent.movePointLeft(2).doubleValue();
  }

  private List<ExperimentArm> arms(List<DesignDraft.ArmLine> lines) {
    List<ExperimentArm> arms = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      DesignDraft.ArmLine line = lines.get(i);
      Long version = whole("/arms/%d/version".formatted(i), line.version());
      BigDecimal share = number("/arms/%d/share".formatted(i), line.share());
      arms.add(
          new ExperimentArm(
              line.name(),
              version == null ? 0 : small(version),
              share == null ? 0 : share.doubleValue()));
    }
    return arms;
  }

  private List<ExperimentGuard> guards(Map<Metric, String> margins) {
    List<ExperimentGuard> guards = new ArrayList<>();
    for (Metric metric : Metric.values()) {
      String at = "/guards/%s/margin".formatted(metric.word());
      BigDecimal margin = belowHundred(at, margins.getOrDefault(metric, ""));
      if (margin != null) {
        guards.add(new ExperimentGuard(metric, share(margin)));
      }
    }
    return guards;
  }

  private Integer hours(String text) {
    Long hours = whole("/windowHours", text);
    return hours == null ? null : (Integer) small(hours);
  }

  /** What is too great for anything stays too great. */
  private static int small(long number) {
    return (int) Math.min(number, Integer.MAX_VALUE);
  }

  private Long whole(String at, String text) {
    if (text.isEmpty() || text.matches("\\d{1,10}")) {
      return text.isEmpty() ? null : Long.valueOf(text);
    }
    faults.put(at, "must be a whole number, but is " + text);
    return null;
  }

  private BigDecimal number(String at, String text) {
    String plain = text.replace(',', '.');
    if (plain.isEmpty() || isNumber(plain)) {
      return plain.isEmpty() ? null : new BigDecimal(plain);
    }
    faults.put(at, "must be a number, but is " + text);
    return null;
  }

  private static boolean isNumber(String plain) {
    return plain.matches("-?\\d{1,9}(\\.\\d{1,6})?");
  }
}
