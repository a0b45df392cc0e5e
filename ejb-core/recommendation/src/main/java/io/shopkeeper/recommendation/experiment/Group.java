package io.shopkeeper.recommendation.experiment;

import io.shopkeeper.catalog.boundary.BehaviourEvent;
import java.util.List;
import java.util.Map;

/**
 * Some of those to whom something was shown, and all that they did.
 *
 * @param shown by unit, each in the order of writing; these are counted
 * @param beside what was shown to other units that are the same people; they are counted with
 *     another group
 */
record Group(Map<String, List<Shown>> shown, Map<String, List<Shown>> beside, List<Act> acts) {

  /**
   * An act.
   *
   * @param units whose it may be: the unit that it names first, then those that are the same person
   */
  record Act(BehaviourEvent event, List<String> units, Worth worth) {

    Acts count() {
      return Acts.of(event, worth);
    }
  }

  /** Whether a unit is counted with this group. */
  boolean counts(String unit) {
    return shown.containsKey(unit);
  }

  /** What was shown to a unit. */
  List<Shown> of(String unit) {
    return shown.getOrDefault(unit, beside.getOrDefault(unit, List.of()));
  }
}
