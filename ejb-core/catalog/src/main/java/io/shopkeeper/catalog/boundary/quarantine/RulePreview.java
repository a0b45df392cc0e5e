package io.shopkeeper.catalog.boundary.quarantine;

import io.shopkeeper.catalog.boundary.cleaning.StepEffect;
import java.util.List;

/**
 * What a rule would do to rows in quarantine.
 *
 * @param matched rows that the filter finds
 * @param tried how many of them were tried for this preview
 * @param changed of the tried ones, those that the rule changes
 * @param sound of the tried ones, those that could be stored then
 */
public record RulePreview(
    long matched, long tried, long changed, long sound, List<Sample> samples) {

  /**
   * A row.
   *
   * @param effects what the rule and the steps did to it
   * @param faults what is wrong even then
   */
  public record Sample(long id, List<StepEffect> effects, List<String> faults) {}
}
