package io.shopkeeper.fraud.boundary;

import io.shopkeeper.fraud.entity.StoredList;
import io.shopkeeper.fraud.entity.StoredListEntry;
import io.shopkeeper.fraud.entity.StoredRule;
import io.shopkeeper.fraud.lists.ListAdmission;
import io.shopkeeper.fraud.lists.ListStore;
import io.shopkeeper.fraud.rules.RuleStore;
import io.shopkeeper.platform.boundary.AuditTrail;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.FieldError;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.NotFoundException;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Lists that rules look keys up in. Each act is in the audit log, without personal entries; the
 * judge sees it with its next payment.
 */
@Stateless
public class ListDesk {

  /** Entries of a page. */
  public static final int PAGE = 50;

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{1,63}");
  private static final int MOST_DISTANCE = 2;
  private static final int LONGEST_PURPOSE = 500;

  @Inject private ListStore lists;
  @Inject private RuleStore rules;
  @Inject private AuditTrail audit;
  @Inject private Event<RulesChanged> changed;
  @Inject private Clock clock;

  /** All of them in the order of their names. */
  public List<ListView> all() {
    Map<String, Long> counts = lists.counts();
    Map<String, Long> expired = lists.expired(clock.instant());
    return lists.all().stream().map(list -> view(list, counts, expired)).toList();
  }

  private static ListView view(
      StoredList list, Map<String, Long> counts, Map<String, Long> expired) {
    long old = expired.getOrDefault(list.name(), 0L);
    return list.view(counts.getOrDefault(list.name(), 0L) - old, old);
  }

  /** One of them. */
  public Optional<ListView> find(String name) {
    return lists.find(name).map(list -> view(list, lists.counts(), lists.expired(clock.instant())));
  }

  /** Ids of the rules that look into a list, drafts included. */
  public List<String> usedBy(String name) {
    Pattern use = Pattern.compile("\\blist\\s+" + Pattern.quote(name) + "(?![\\w.-])");
    return rules.all().stream()
        .filter(rule -> rule.state() != RuleState.RETIRED)
        .map(StoredRule::view)
        .filter(rule -> use.matcher(rule.text().condition()).find())
        .map(RuleView::id)
        .distinct()
        .toList();
  }

  /**
   * Makes a list.
   *
   * @throws InvalidInputException with every fault
   * @throws ConflictException if there is one of this name
   */
  public ListView create(ListOrder order, String by) {
    List<FieldError> faults = faults(order);
    if (!faults.isEmpty()) {
      throw new InvalidInputException(faults);
    }
    if (lists.find(order.name()).isPresent()) {
      throw new ConflictException("There is a list %s already.".formatted(order.name()));
    }
    var list = new StoredList(order, by, clock.instant());
    lists.add(list);
    audit.record(by, "list.create", "list " + order.name(), order.kind().code());
    changed.fire(new RulesChanged());
    return list.view(0, 0);
  }

  private static List<FieldError> faults(ListOrder order) {
    List<FieldError> faults = new ArrayList<>();
    if (order.name() == null || !NAME.matcher(order.name()).matches()) {
      faults.add(
          new FieldError(
              "/name",
              "must be 2 to 64 small letters, digits and hyphens, beginning with a letter"));
    }
    if (order.kind() == null) {
      faults.add(new FieldError("/kind", "is missing"));
    } else if (order.distance() > 0 && !order.kind().similar()) {
      faults.add(
          new FieldError(
              "/distance", "must be 0: only e-mail and delivery addresses can be similar"));
    }
    if (order.distance() < 0 || order.distance() > MOST_DISTANCE) {
      faults.add(new FieldError("/distance", "must be 0, 1 or 2"));
    }
    if (order.purpose() != null && order.purpose().length() > LONGEST_PURPOSE) {
      faults.add(new FieldError("/purpose", "has more than 500 signs"));
    }
    return faults;
  }

  /**
   * Removes a list with its entries.
   *
   * @throws ConflictException if a rule looks into it
   */
  public void remove(String name, String by) {
    StoredList list = lock(name);
    List<String> users = usedBy(name);
    if (!users.isEmpty()) {
      throw new ConflictException(
          "Rules look into the list %s: %s.".formatted(name, String.join(", ", users)));
    }
    lists.remove(list);
    audit.record(by, "list.remove", "list " + name, "");
    changed.fire(new RulesChanged());
  }

  /**
   * Entries of a list in the order of their texts.
   *
   * @param begin how they begin; blank for all
   * @param from from which on, from 0
   * @param open whether personal entries may be seen
   */
  public List<ListEntryView> entries(String name, String begin, int from, boolean open) {
    StoredList list = lists.find(name).orElseThrow(() -> new NotFoundException("list", name));
    boolean masked = list.kind().personal() && !open;
    long now = clock.instant().toEpochMilli();
    return lists.entries(name, masked ? "" : begin, from, PAGE).stream()
        .map(entry -> view(entry, masked, now))
        .toList();
  }

  private static ListEntryView view(StoredListEntry entry, boolean masked, long now) {
    return new ListEntryView(
        masked ? "" : entry.key(),
        masked ? masked(entry.entry()) : entry.entry(),
        masked ? "" : entry.note(),
        entry.expiresAt() == null ? null : Instant.ofEpochMilli(entry.expiresAt()),
        entry.expiresAt() != null && entry.expiresAt() <= now,
        entry.addedBy());
  }

  /** The first sign, and that there are more. */
  static String masked(String entry) {
    return entry.isEmpty() ? "" : entry.substring(0, entry.offsetByCodePoints(0, 1)) + "•••";
  }

  /**
   * Adds entries from a file, or renews them: all of them, or none if a row is wrong.
   *
   * @param text CSV: value, and if wanted expiry and note
   */
  public ListImport add(String name, String text, String by) {
    StoredList list = lock(name);
    ListImport done = new ListAdmission(lists, clock).add(list, text, by);
    if (done.wrong() == 0) {
      audit.record(
          by,
          "list.add",
          "list " + name,
          "%d added, %d renewed".formatted(done.added(), done.renewed()));
      changed.fire(new RulesChanged());
    }
    return done;
  }

  /** Whether a list has an entry. */
  public boolean has(String name, String key) {
    return lists.entry(name, key).isPresent();
  }

  /** Removes an entry. */
  public void removeEntry(String name, String key, String by) {
    StoredList list = lock(name);
    StoredListEntry entry =
        lists.entry(name, key).orElseThrow(() -> new NotFoundException("entry of list", name));
    lists.remove(entry);
    audit.record(
        by,
        "list.drop",
        "list " + name,
        list.kind().personal() ? masked(entry.entry()) : entry.entry());
    changed.fire(new RulesChanged());
  }

  private StoredList lock(String name) {
    return lists.lock(name).orElseThrow(() -> new NotFoundException("list", name));
  }
}
