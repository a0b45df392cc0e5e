package io.shopkeeper.fraud.rules;

import io.shopkeeper.fraud.boundary.Effect;
import io.shopkeeper.fraud.boundary.Outcome;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A rule in one of its versions.
 *
 * @param id the same in all versions
 * @param version from 1
 * @param nameEn for readers of English
 * @param nameZh for readers of Chinese
 * @param outcome what it asks for
 * @param shadow whether it is on trial: what it says does not decide
 * @param condition what must hold
 */
public record Rule(
    String id,
    int version,
    String nameEn,
    String nameZh,
    Outcome outcome,
    boolean shadow,
    Condition condition) {

  /** Whether it holds of a payment. */
  public Truth truth(PaymentFacts facts, ListBook lists) {
    return new RuleCompiler(lists).compile(condition).of(facts);
  }

  /** What it says of a payment for which it holds. */
  public Hit hit(PaymentFacts facts, ListBook lists, Effect effect) {
    Map<String, Double> seen = new LinkedHashMap<>();
    Set<SeenKey> keys = new LinkedHashSet<>();
    for (Evidence.Found found : Evidence.of(condition, facts, lists)) {
      switch (found.test()) {
        case Condition.OfFeature test -> {
          double value = facts.value(test.feature());
          seen.put(test.feature(), Double.isNaN(value) ? null : (Double) value);
        }
        case Condition.Is is -> keys.add(new SeenKey(is.field().code(), "", found.not()));
        case Condition.InList in ->
            keys.add(new SeenKey(in.field().code(), in.list(), found.not()));
        case Condition.MissingText text ->
            keys.add(new SeenKey(text.field().code(), null, found.not()));
      }
    }
    return new Hit(id, version, outcome, seen, List.copyOf(keys), effect);
  }

  /**
   * What was seen of a text, without the text.
   *
   * @param key its name
   * @param list the list in which it was found; empty where it was compared with a text, null where
   *     it was asked whether it is missing
   * @param not whether it was not so
   */
  public record SeenKey(String key, String list, boolean not) {}

  /**
   * That a rule held.
   *
   * @param seen the values of the features that made it hold; null where one could not be said
   * @param keys the texts that made it hold
   */
  public record Hit(
      String rule,
      int version,
      Outcome outcome,
      Map<String, Double> seen,
      List<SeenKey> keys,
      Effect effect) {

    /** Decisions of before had no keys, and all rules decided. */
    public Hit {
      seen = Collections.unmodifiableMap(new LinkedHashMap<>(seen));
      keys = keys == null ? List.of() : List.copyOf(keys);
      effect = effect == null ? Effect.LIVE : effect;
    }
  }
}
