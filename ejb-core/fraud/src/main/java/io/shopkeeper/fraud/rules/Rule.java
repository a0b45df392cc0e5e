package io.shopkeeper.fraud.rules;

import io.shopkeeper.fraud.boundary.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A rule in one of its versions.
 *
 * @param id the same in all versions
 * @param version from 1
 * @param nameEn for readers of English
 * @param nameZh for readers of Chinese
 * @param outcome what it asks for
 * @param conditions which must all hold; one at least
 */
public record Rule(
    String id,
    int version,
    String nameEn,
    String nameZh,
    Outcome outcome,
    List<Condition> conditions) {

  public Rule {
    conditions = List.copyOf(conditions);
    if (conditions.isEmpty()) {
      throw new IllegalArgumentException("The rule " + id + " has no condition.");
    }
  }

  /** That it holds, with what was seen; empty if it does not. */
  public Optional<Hit> of(double[] features) {
    Map<String, Double> seen = new LinkedHashMap<>();
    for (Condition condition : conditions) {
      if (!condition.holds(features)) {
        return Optional.empty();
      }
      seen.put(condition.feature(), condition.seen(features));
    }
    return Optional.of(new Hit(id, version, outcome, seen));
  }

  /**
   * That a rule held.
   *
   * @param seen the values of the features of its conditions
   */
  public record Hit(String rule, int version, Outcome outcome, Map<String, Double> seen) {}
}
