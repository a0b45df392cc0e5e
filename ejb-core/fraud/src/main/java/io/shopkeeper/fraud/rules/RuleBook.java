package io.shopkeeper.fraud.rules;

import io.shopkeeper.fraud.boundary.Outcome;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The rules that are on.
 *
 * @param rules in the order of their ids
 */
public record RuleBook(List<Rule> rules) {

  /** Holds nothing against anybody. */
  public static final RuleBook EMPTY = new RuleBook(List.of());

  public RuleBook {
    rules = rules.stream().sorted(Comparator.comparing(Rule::id)).toList();
  }

  /** Those that hold, the hardest first. */
  public List<Rule.Hit> hits(double[] features) {
    return rules.stream()
        .map(rule -> rule.of(features))
        .flatMap(Optional::stream)
        .sorted(Comparator.comparing(Rule.Hit::outcome).reversed())
        .toList();
  }

  /** The hardest that hits ask for; to let pass where there are none. */
  public static Outcome outcome(List<Rule.Hit> hits) {
    return hits.stream().map(Rule.Hit::outcome).reduce(Outcome.ALLOW, Outcome::and);
  }
}
