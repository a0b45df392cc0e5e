package io.shopkeeper.fraud.memory;

import io.shopkeeper.fraud.decision.DecisionLedger;
import io.shopkeeper.fraud.entity.StoredRule;
import io.shopkeeper.fraud.rules.ListBook;
import io.shopkeeper.fraud.rules.Rule;
import io.shopkeeper.fraud.rules.RuleBook;
import io.shopkeeper.fraud.rules.RuleParser;
import io.shopkeeper.fraud.rules.RuleSyntaxException;
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

  private static final System.Logger LOG = System.getLogger(RuleShelf.class.getName());

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
      rule(stored)
          .ifPresent(
              rule -> {
                all.put(new Version(rule.id(), rule.version()), rule);
                if (stored.active()) {
                  active.add(rule);
                }
              });
    }
    shelf = new Shelf(new RuleBook(active, ListBook.EMPTY, List.of()), Map.copyOf(all));
  }

  private Shelf shelf() {
    if (shelf == null) {
      refresh();
    }
    return shelf;
  }

  private static Optional<Rule> rule(StoredRule stored) {
    try {
      return Optional.of(
          new Rule(
              stored.id(),
              stored.version(),
              stored.nameEn(),
              stored.nameZh(),
              stored.outcome(),
              false,
              RuleParser.parse(stored.conditions(), Map.of())));
    } catch (RuleSyntaxException damaged) {
      LOG.log(
          System.Logger.Level.ERROR,
          "SHOP-9005 The rule "
              + stored.id()
              + " v"
              + stored.version()
              + " cannot be read and judges nothing; write it again under Risk, Rules",
          damaged);
      return Optional.empty();
    }
  }
}
