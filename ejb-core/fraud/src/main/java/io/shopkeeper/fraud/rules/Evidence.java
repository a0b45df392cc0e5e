package io.shopkeeper.fraud.rules;

import java.util.ArrayList;
import java.util.List;

/**
 * Which tests made a condition hold: those that hold, and those under a {@code not} that do not.
 */
final class Evidence {

  private final PaymentFacts facts;
  private final RuleCompiler compiler;
  private final List<Found> found = new ArrayList<>();

  /**
   * One of them.
   *
   * @param not whether it spoke for the rule by not holding
   */
  record Found(Condition.Test test, boolean not) {}

  private Evidence(PaymentFacts facts, ListBook lists) {
    this.facts = facts;
    this.compiler = new RuleCompiler(lists);
  }

  /** Of a condition that holds, in the order of its text. */
  static List<Found> of(Condition condition, PaymentFacts facts, ListBook lists) {
    var evidence = new Evidence(facts, lists);
    evidence.collect(condition, false);
    return evidence.found;
  }

  private void collect(Condition condition, boolean not) {
    Truth truth = compiler.compile(condition).of(facts);
    if (truth != (not ? Truth.FALSE : Truth.TRUE)) {
      return;
    }
    switch (condition) {
      case Condition.And and -> and.parts().forEach(part -> collect(part, not));
      case Condition.Or or -> or.parts().forEach(part -> collect(part, not));
      case Condition.Not part -> collect(part.part(), !not);
      case Condition.Test test -> found.add(new Found(test, not));
    }
  }
}
