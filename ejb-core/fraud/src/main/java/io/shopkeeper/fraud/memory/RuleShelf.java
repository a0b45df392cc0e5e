package io.shopkeeper.fraud.memory;

import com.fasterxml.jackson.core.type.TypeReference;
import io.shopkeeper.fraud.decision.DecisionLedger;
import io.shopkeeper.fraud.decision.FraudJson;
import io.shopkeeper.fraud.entity.StoredRule;
import io.shopkeeper.fraud.rules.Condition;
import io.shopkeeper.fraud.rules.Rule;
import io.shopkeeper.fraud.rules.RuleBook;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules in memory, as of the last look at the table. Safe for several threads. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class RuleShelf {

  private static final TypeReference<List<Condition>> CONDITIONS = new TypeReference<>() {};

  @Inject private DecisionLedger ledger;

  private volatile Shelf shelf;

  private record Version(String id, int version) {}

  private record Shelf(RuleBook book, Map<Version, Rule> all) {}

  /** Those that are on. */
  public RuleBook book() {
    return shelf().book();
  }

  /** One in one of its versions. */
  public Optional<Rule> find(String id, int version) {
    return Optional.ofNullable(shelf().all().get(new Version(id, version)));
  }

  /** Looks at the table again. */
  public void refresh() {
    Map<Version, Rule> all = new HashMap<>();
    List<Rule> active = new ArrayList<>();
    for (StoredRule stored : ledger.rules()) {
      Rule rule = rule(stored);
      all.put(new Version(rule.id(), rule.version()), rule);
      if (stored.active()) {
        active.add(rule);
      }
    }
    shelf = new Shelf(new RuleBook(active), Map.copyOf(all));
  }

  private Shelf shelf() {
    if (shelf == null) {
      refresh();
    }
    return shelf;
  }

  private static Rule rule(StoredRule stored) {
    return new Rule(
        stored.id(),
        stored.version(),
        stored.nameEn(),
        stored.nameZh(),
        stored.outcome(),
        FraudJson.read(stored.conditions(), CONDITIONS));
  }
}
