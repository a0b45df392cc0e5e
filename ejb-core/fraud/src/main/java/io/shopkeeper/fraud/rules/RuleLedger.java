package io.shopkeeper.fraud.rules;

import io.shopkeeper.fraud.boundary.ListKind;
import io.shopkeeper.fraud.boundary.RuleView;
import io.shopkeeper.fraud.boundary.SnoozeView;
import io.shopkeeper.fraud.entity.StoredList;
import io.shopkeeper.fraud.entity.StoredRule;
import io.shopkeeper.fraud.entity.StoredSnooze;
import io.shopkeeper.fraud.lists.ListStore;
import io.shopkeeper.fraud.lists.ValueLists;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Rules, lists and snoozes as they are stored, read in one transaction. */
@Stateless
public class RuleLedger {

  @Inject private RuleStore rules;
  @Inject private ListStore lists;
  @Inject private Clock clock;

  /**
   * What there is.
   *
   * @param rules all versions
   * @param kinds what lists hold, by their names
   * @param snoozes those that hold now
   */
  public record Stored(
      List<RuleView> rules,
      Map<String, ListKind> kinds,
      ValueLists lists,
      List<SnoozeView> snoozes) {}

  /** All of it. */
  public Stored read() {
    List<StoredList> all = lists.all();
    return new Stored(
        rules.all().stream().map(StoredRule::view).toList(),
        ValueLists.kinds(all),
        ValueLists.of(all, lists.entries()),
        rules.snoozes(clock.instant()).stream().map(StoredSnooze::view).toList());
  }
}
