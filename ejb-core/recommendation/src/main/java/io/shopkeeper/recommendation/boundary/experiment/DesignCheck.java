package io.shopkeeper.recommendation.boundary.experiment;

import io.shopkeeper.platform.boundary.FieldError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with a design, as far as that can be seen without the shop. */
public final class DesignCheck {

  private static final int LONGEST_NOTE = 500;
  private static final int MOST_ARMS = 10;
  private static final int MOST_GUARDS = 4;
  private static final int LEAST_PLANNED = 100;
  private static final int MOST_PLANNED = 1_000_000_000;
  private static final int MOST_HOURS = 720;

  /** The names of experiments and arms. */
  public static final String NAME = "[a-z][a-z0-9-]{0,39}";

  private final List<FieldError> errors = new ArrayList<>();

  private DesignCheck() {}

  /** Every fault and where it is. */
  public static List<FieldError> of(ExperimentDesign design) {
    var check = new DesignCheck();
    check.require(design.placement() != null, "/placement", "is missing");
    check.require(
        design.note().length() <= LONGEST_NOTE,
        "/note",
        "has more than %d characters".formatted(LONGEST_NOTE));
    check.arms(design.arms());
    check.require(
        design.holdout() >= 0 && design.holdout() < 1,
        "/holdout",
        "must be a share from 0 to below 1");
    check.require(isRamp(design.ramp()), "/ramp", "must be a share above 0, at most 1");
    check.guards(design.guards());
    check.require(
        design.plannedVisitors() >= LEAST_PLANNED && design.plannedVisitors() <= MOST_PLANNED,
        "/plannedVisitors",
        "must be from %d to %d".formatted(LEAST_PLANNED, MOST_PLANNED));
    check.require(
        design.windowHours() >= 1 && design.windowHours() <= MOST_HOURS,
        "/windowHours",
        "must be from 1 to %d".formatted(MOST_HOURS));
    return check.errors;
  }

  /** Whether it can be the share of visitors that takes part. */
  public static boolean isRamp(double ramp) {
    return ramp > 0 && ramp <= 1;
  }

  private void arms(List<ExperimentArm> arms) {
    require(
        arms.size() >= 2 && arms.size() <= MOST_ARMS,
        "/arms",
        "must be 2 to %d, the control first".formatted(MOST_ARMS));
    Set<String> names = new HashSet<>();
    for (int i = 0; i < arms.size(); i++) {
      String at = "/arms/" + i;
      ExperimentArm arm = arms.get(i);
      if (arm == null) {
        require(false, at, "is missing");
        continue;
      }
      require(
          arm.name() != null
              && arm.name().matches(NAME)
              && !arm.name().equals(ExperimentArm.HOLDOUT),
          at + "/name",
          "must be small letters, digits and hyphens, beginning with a letter, 40 at most, and not"
              + " "
              + ExperimentArm.HOLDOUT);
      require(names.add(arm.name()), at + "/name", "is the name of another arm");
      require(
          arm.share() > 0 && arm.share() <= MOST_PLANNED,
          at + "/share",
          "must be above 0, such as 1 for each arm");
    }
  }

  private void guards(List<ExperimentGuard> guards) {
    require(guards.size() <= MOST_GUARDS, "/guards", "must be %d at most".formatted(MOST_GUARDS));
    for (int i = 0; i < guards.size(); i++) {
      String at = "/guards/" + i;
      ExperimentGuard guard = guards.get(i);
      if (guard == null || guard.metric() == null) {
        require(false, at + "/metric", "is missing");
      } else {
        require(
            guard.margin() >= 0 && guard.margin() < 1,
            at + "/margin",
            "must be a share from 0 to below 1, such as 0.02 for 2 %");
      }
    }
  }

  private void require(boolean right, String pointer, String message) {
    if (!right) {
      errors.add(new FieldError(pointer, message));
    }
  }
}
