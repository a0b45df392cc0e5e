package io.shopkeeper.console.experiment;

import io.shopkeeper.recommendation.boundary.experiment.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A design as it stands in the form: what was typed, right or wrong. Immutable.
 *
 * @param holdout in percent
 * @param ramp in percent
 * @param margins in percent, of metrics that are guarded; blank for one that is not
 * @param planned visitors of each arm
 * @param window in hours
 */
public record DesignDraft(
    String placement,
    String note,
    List<ArmLine> arms,
    String holdout,
    String ramp,
    Metric primary,
    Map<Metric, String> margins,
    String planned,
    String window) {

  /** An arm's line. */
  public record ArmLine(String name, String version, String share) {}

  /** Copies what could be changed. */
  public DesignDraft {
    arms = List.copyOf(arms);
    margins = Map.copyOf(margins);
  }

  /** The same with another arm at the end. */
  DesignDraft withArm(ArmLine arm) {
    List<ArmLine> more = new ArrayList<>(arms);
    more.add(arm);
    return withArms(more);
  }

  /** The same without an arm; as it is if there is none at that place. */
  DesignDraft withoutArm(int place) {
    List<ArmLine> fewer = new ArrayList<>(arms);
    if (place >= 0 && place < fewer.size()) {
      fewer.remove(place);
    }
    return withArms(fewer);
  }

  private DesignDraft withArms(List<ArmLine> others) {
    return new DesignDraft(
        placement, note, others, holdout, ramp, primary, margins, planned, window);
  }
}
