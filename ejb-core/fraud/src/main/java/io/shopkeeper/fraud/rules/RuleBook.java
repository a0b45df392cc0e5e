package io.shopkeeper.fraud.rules;

import io.shopkeeper.fraud.boundary.Effect;
import io.shopkeeper.fraud.boundary.Outcome;
import java.util.Comparator;
import java.util.List;

/** The rules that are on, with the lists they look into and who is to be quiet. Immutable. */
public final class RuleBook {

  /** Holds nothing against anybody. */
  public static final RuleBook EMPTY = new RuleBook(List.of(), ListBook.EMPTY, List.of());

  private final List<Ready> rules;
  private final ListBook lists;
  private final List<Snooze> snoozes;

  private record Ready(Rule rule, Check check) {}

  /**
   * Of rules.
   *
   * @param rules in any order
   */
  public RuleBook(List<Rule> rules, ListBook lists, List<Snooze> snoozes) {
    var compiler = new RuleCompiler(lists);
    this.rules =
        rules.stream()
            .sorted(Comparator.comparing(Rule::id))
            .map(rule -> new Ready(rule, compiler.compile(rule.condition())))
            .toList();
    this.lists = lists;
    this.snoozes = List.copyOf(snoozes);
  }

  /** Those that hold, the hardest first. */
  public List<Rule.Hit> hits(PaymentFacts facts) {
    return rules.stream()
        .filter(ready -> ready.check().of(facts) == Truth.TRUE)
        .map(ready -> ready.rule().hit(facts, lists, effect(ready.rule(), facts)))
        .sorted(Comparator.comparing(Rule.Hit::outcome).reversed())
        .toList();
  }

  /** What they ask for, whether they are quiet or not; those on trial have no say. */
  public Outcome asked(PaymentFacts facts) {
    Outcome asked = Outcome.ALLOW;
    for (Ready ready : rules) {
      if (!ready.rule().shadow() && ready.check().of(facts) == Truth.TRUE) {
        asked = asked.and(ready.rule().outcome());
      }
    }
    return asked;
  }

  private Effect effect(Rule rule, PaymentFacts facts) {
    if (rule.shadow()) {
      return Effect.SHADOW;
    }
    return snoozes.stream().anyMatch(snooze -> snooze.covers(rule, facts))
        ? Effect.SNOOZED
        : Effect.LIVE;
  }

  /** The hardest that hits which decide ask for; to let pass where there are none. */
  public static Outcome outcome(List<Rule.Hit> hits) {
    return hits.stream()
        .filter(hit -> hit.effect() == Effect.LIVE)
        .map(Rule.Hit::outcome)
        .reduce(Outcome.ALLOW, Outcome::and);
  }
}
