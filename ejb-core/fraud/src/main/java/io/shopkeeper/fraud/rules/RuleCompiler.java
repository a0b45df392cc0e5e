package io.shopkeeper.fraud.rules;

import io.shopkeeper.fraud.features.PaymentFeatures;
import java.util.List;
import java.util.Optional;

/** Makes checks of conditions: names are looked up once, and then no more. */
final class RuleCompiler {

  private final ListBook lists;

  RuleCompiler(ListBook lists) {
    this.lists = lists;
  }

  Check compile(Condition condition) {
    return switch (condition) {
      case Condition.And and -> all(and.parts().stream().map(this::compile).toList());
      case Condition.Or or -> either(or.parts().stream().map(this::compile).toList());
      case Condition.Not not -> {
        Check part = compile(not.part());
        yield facts -> part.of(facts).not();
      }
      case Condition.Compare compare -> compare(compare);
      case Condition.Between between -> between(between);
      case Condition.Missing missing -> {
        int place = PaymentFeatures.place(missing.feature());
        yield facts -> Truth.of(Double.isNaN(facts.features()[place]));
      }
      case Condition.Is is -> is(is);
      case Condition.MissingText missing ->
          facts -> Truth.of(missing.field().of(facts.payment()).isEmpty());
      case Condition.InList in -> facts -> lists.has(in.list(), in.field(), facts);
    };
  }

  private static Check all(List<Check> parts) {
    return facts -> {
      Truth truth = Truth.TRUE;
      for (Check part : parts) {
        truth = truth.and(part.of(facts));
        if (truth == Truth.FALSE) {
          return truth;
        }
      }
      return truth;
    };
  }

  private static Check either(List<Check> parts) {
    return facts -> {
      Truth truth = Truth.FALSE;
      for (Check part : parts) {
        truth = truth.or(part.of(facts));
        if (truth == Truth.TRUE) {
          return truth;
        }
      }
      return truth;
    };
  }

  private static Check compare(Condition.Compare compare) {
    int place = PaymentFeatures.place(compare.feature());
    return facts -> {
      double seen = facts.features()[place];
      return Double.isNaN(seen) ? Truth.UNKNOWN : Truth.of(compare.holds(seen));
    };
  }

  private static Check between(Condition.Between between) {
    int place = PaymentFeatures.place(between.feature());
    return facts -> {
      double seen = facts.features()[place];
      return Double.isNaN(seen) ? Truth.UNKNOWN : Truth.of(between.holds(seen));
    };
  }

  private static Check is(Condition.Is is) {
    KeyField field = is.field();
    String wanted = field.kind().key(is.text());
    return facts -> {
      Optional<String> seen = field.of(facts.payment());
      return seen.isEmpty()
          ? Truth.UNKNOWN
          : Truth.of(field.kind().keyOfSeen(seen.get()).equals(wanted));
    };
  }
}
