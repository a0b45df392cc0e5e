package io.shopkeeper.fraud.memory;

import io.shopkeeper.fraud.boundary.ListKind;
import io.shopkeeper.fraud.boundary.RuleState;
import io.shopkeeper.fraud.boundary.RuleView;
import io.shopkeeper.fraud.boundary.RulesChanged;
import io.shopkeeper.fraud.boundary.SnoozeView;
import io.shopkeeper.fraud.lists.ValueLists;
import io.shopkeeper.fraud.rules.KeyField;
import io.shopkeeper.fraud.rules.Rule;
import io.shopkeeper.fraud.rules.RuleBook;
import io.shopkeeper.fraud.rules.RuleLedger;
import io.shopkeeper.fraud.rules.RuleParser;
import io.shopkeeper.fraud.rules.RuleSyntaxException;
import io.shopkeeper.fraud.rules.Snooze;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJBException;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The rules in memory with their lists and snoozes. What is changed here is seen by the next
 * payment after the commit; what another server changed within a minute. While the database is
 * away, the rules of before go on. Safe for several threads.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class RuleShelf {

  private static final System.Logger LOG = System.getLogger(RuleShelf.class.getName());

  @Inject private RuleLedger ledger;

  private final AtomicLong changes = new AtomicLong();
  private volatile Shelf shelf;

  private record Version(String id, int version) {}

  /**
   * What was read.
   *
   * @param as of how many changes
   */
  private record Shelf(
      long as,
      RuleBook book,
      Map<Version, Rule> all,
      List<Rule> published,
      ValueLists lists,
      Map<String, ListKind> kinds) {}

  /** Those that are on. */
  public RuleBook book() {
    return shelf().book();
  }

  /** Those that judge, without those on trial. */
  public List<Rule> live() {
    return shelf().published().stream().filter(rule -> !rule.shadow()).toList();
  }

  /** One in one of its versions. */
  public Optional<Rule> find(String id, int version) {
    return Optional.ofNullable(shelf().all().get(new Version(id, version)));
  }

  /** The lists. */
  public ValueLists lists() {
    return shelf().lists();
  }

  /** What lists hold, by their names. */
  public Map<String, ListKind> kinds() {
    return shelf().kinds();
  }

  /** Hears that something was changed: the next to ask looks again. */
  public void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) RulesChanged news) {
    changes.incrementAndGet();
  }

  /** Looks at the tables again. */
  public void refresh() {
    long as = changes.get();
    RuleLedger.Stored stored = ledger.read();
    Map<Version, Rule> all = new HashMap<>();
    List<Rule> published = new ArrayList<>();
    for (RuleView view : stored.rules()) {
      rule(view, stored.kinds())
          .ifPresent(
              rule -> {
                all.put(new Version(rule.id(), rule.version()), rule);
                if (view.state() == RuleState.PUBLISHED) {
                  published.add(rule);
                }
              });
    }
    List<Snooze> snoozes = stored.snoozes().stream().map(RuleShelf::snooze).toList();
    shelf =
        new Shelf(
            as,
            new RuleBook(published, stored.lists(), snoozes),
            Map.copyOf(all),
            List.copyOf(published),
            stored.lists(),
            Map.copyOf(stored.kinds()));
  }

  private Shelf shelf() {
    Shelf known = shelf;
    if (known == null) {
      refresh();
    } else if (known.as() != changes.get()) {
      try {
        refresh();
      } catch (EJBException away) {
        LOG.log(
            System.Logger.Level.WARNING,
            "SHOP-9006 The rules could not be read again; those of before go on judging",
            away);
      }
    }
    return shelf;
  }

  private static Snooze snooze(SnoozeView view) {
    KeyField field = view.field() == null ? null : KeyField.find(view.field()).orElseThrow();
    return new Snooze(view.rule(), field, view.key(), view.until().toEpochMilli());
  }

  private static Optional<Rule> rule(RuleView view, Map<String, ListKind> kinds) {
    try {
      return Optional.of(
          new Rule(
              view.id(),
              view.version(),
              view.text().nameEn(),
              view.text().nameZh(),
              view.text().outcome(),
              view.text().shadow(),
              RuleParser.parse(view.text().condition(), kinds)));
    } catch (RuleSyntaxException damaged) {
      if (view.state() == RuleState.PUBLISHED) {
        LOG.log(
            System.Logger.Level.ERROR,
            "SHOP-9005 The rule %s v%d cannot be read and judges nothing; write it again under Risk, Rules"
                .formatted(view.id(), view.version()),
            damaged);
      }
      return Optional.empty();
    }
  }
}
