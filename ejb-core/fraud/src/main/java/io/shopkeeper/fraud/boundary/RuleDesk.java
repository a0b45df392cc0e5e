package io.shopkeeper.fraud.boundary;

import io.shopkeeper.fraud.entity.StoredRule;
import io.shopkeeper.fraud.entity.StoredSnooze;
import io.shopkeeper.fraud.lists.ListStore;
import io.shopkeeper.fraud.lists.ValueLists;
import io.shopkeeper.fraud.rules.KeyField;
import io.shopkeeper.fraud.rules.RuleChecks;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The life of rules: written as drafts, published by somebody else than who wrote them, put on
 * trial, told to be quiet, switched off. Each act is in the audit log; the judge sees it with its
 * next payment.
 */
@Stateless
public class RuleDesk {

  /** Over which hits are counted. */
  public static final Duration LATELY = Duration.ofDays(7);

  /** Longest snooze, in hours. */
  public static final long LONGEST_SNOOZE = 24 * 90;

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,63}");
  private static final int LONGEST_REASON = 500;
  private static final int LONGEST_KEY = 500;

  @Inject private RuleStore rules;
  @Inject private ListStore lists;
  @Inject private AuditTrail audit;
  @Inject private Event<RulesChanged> changed;
  @Inject private Clock clock;

  /** All rules in the order of their ids. */
  public List<RuleLine> list() {
    Instant now = clock.instant();
    Map<String, RuleStore.Held> held = rules.held(now.minus(LATELY));
    List<SnoozeView> snoozes = snoozes();
    Map<String, List<RuleView>> versions = new TreeMap<>();
    for (StoredRule rule : rules.all()) {
      RuleView view = rule.view();
      versions.computeIfAbsent(view.id(), id -> new ArrayList<>()).add(view);
    }
    return versions.values().stream().map(each -> line(each, held, snoozes)).toList();
  }

  private static RuleLine line(
      List<RuleView> versions, Map<String, RuleStore.Held> held, List<SnoozeView> snoozes) {
    RuleView last = versions.getLast();
    RuleView published =
        versions.stream()
            .filter(each -> each.state() == RuleState.PUBLISHED)
            .findFirst()
            .orElse(null);
    boolean open = last.state() == RuleState.DRAFT || last.state() == RuleState.ASKED;
    RuleStore.Held counts = held.getOrDefault(last.id(), new RuleStore.Held(0, 0));
    return new RuleLine(
        published,
        open ? last : null,
        last,
        counts.payments(),
        counts.frauds(),
        snoozes.stream().filter(each -> each.rule().equals(last.id())).count());
  }

  /** One in one of its versions. */
  public Optional<RuleView> find(String id, int version) {
    return rules.find(id, version).map(StoredRule::view);
  }

  /** All versions of one, the newest first. */
  public List<RuleView> versions(String id) {
    return rules.versions(id).reversed().stream().map(StoredRule::view).toList();
  }

  /**
   * Begins a rule, or another version of one.
   *
   * @param id of a rule that there is, or a new one
   * @throws InvalidInputException if something is wrong with it
   * @throws ConflictException if another version is being written
   */
  public RuleView draft(String id, RuleText text, String by, Locale reader) {
    if (id == null || !ID.matcher(id).matches()) {
      throw InvalidInputException.of(
          "/id", "must be 2 to 64 small letters, digits and hyphens, beginning with a letter");
    }
    RuleText checked = checked(text, reader);
    List<StoredRule> versions = rules.lock(id);
    if (!versions.isEmpty() && open(versions.getLast().state())) {
      throw new ConflictException(
          "Version %d of the rule %s is not published yet; write at it, or discard it."
              .formatted(versions.size(), id));
    }
    int version = versions.isEmpty() ? 1 : versions.getLast().view().version() + 1;
    var rule = new StoredRule(id, version, checked, by, clock.instant());
    rules.add(rule);
    record(by, "rule.draft", rule.view());
    return rule.view();
  }

  /**
   * Writes at a draft; who had been asked to look at it has to be asked again.
   *
   * @param revision the one that was changed
   * @throws ConflictException if somebody else wrote at it meanwhile, or it is no draft any more
   */
  public RuleView write(
      String id, int version, int revision, RuleText text, String by, Locale reader) {
    StoredRule rule = open(id, version, revision);
    rule.write(checked(text, reader), by, clock.instant());
    record(by, "rule.write", rule.view());
    return rule.view();
  }

  /** Asks for somebody else to look at a draft. */
  public RuleView ask(String id, int version, int revision, String by, Locale reader) {
    StoredRule rule = open(id, version, revision);
    checked(rule.view().text(), reader);
    rule.ask();
    record(by, "rule.ask", rule.view());
    return rule.view();
  }

  /**
   * Lets a version judge instead of the one before it.
   *
   * @param by nobody who wrote at it
   * @throws ConflictException if it was not asked for, was changed meanwhile, or {@code by} wrote
   *     at it
   */
  public RuleView publish(String id, int version, int revision, String by, Locale reader) {
    StoredRule rule = open(id, version, revision);
    if (rule.state() != RuleState.ASKED) {
      throw new ConflictException("Nobody asked for a look at version %d.".formatted(version));
    }
    if (rule.view().authors().contains(by)) {
      throw new ConflictException(
          "%s wrote at this version; somebody else has to publish it.".formatted(by));
    }
    checked(rule.view().text(), reader);
    rules.lock(id).stream()
        .filter(each -> each.state() == RuleState.PUBLISHED)
        .forEach(StoredRule::retire);
    rule.publish(by, clock.instant());
    record(by, "rule.publish", rule.view());
    return rule.view();
  }

  /** Throws a draft away. */
  public void discard(String id, int version, String by) {
    StoredRule rule = require(id, version);
    if (!open(rule.state())) {
      throw new ConflictException("Version %d is no draft any more.".formatted(version));
    }
    record(by, "rule.discard", rule.view());
    rules.remove(rule);
  }

  /** Switches a rule off. */
  public void retire(String id, String by) {
    List<StoredRule> published =
        rules.lock(id).stream().filter(each -> each.state() == RuleState.PUBLISHED).toList();
    if (published.isEmpty()) {
      throw new ConflictException("No version of the rule %s judges.".formatted(id));
    }
    for (StoredRule rule : published) {
      rule.retire();
      record(by, "rule.retire", rule.view());
    }
  }

  /** Snoozes that hold now. */
  public List<SnoozeView> snoozes() {
    return rules.snoozes(clock.instant()).stream().map(StoredSnooze::view).toList();
  }

  /**
   * Tells a rule to be quiet for a while.
   *
   * @throws InvalidInputException with every fault
   */
  public SnoozeView snooze(String id, SnoozeOrder order, String by) {
    if (rules.versions(id).isEmpty()) {
      throw new NotFoundException("rule", id);
    }
    boolean whole = order.field() == null || order.field().isBlank();
    List<FieldError> faults = new ArrayList<>();
    check(order, whole, faults::add);
    if (!faults.isEmpty()) {
      throw new InvalidInputException(faults);
    }
    Instant now = clock.instant();
    var snooze =
        new StoredSnooze(
            id, now.plus(Duration.ofHours(order.hours())), order.reason().strip(), by, now);
    if (!whole) {
      KeyField field = KeyField.find(order.field()).orElseThrow();
      boolean printed = field == KeyField.EMAIL || field == KeyField.ADDRESS;
      snooze.only(field.code(), printed ? field.kind().key(order.key()) : order.key().strip());
    }
    rules.add(snooze);
    audit.record(by, "rule.snooze", "rule " + id, snooze.view().until() + " " + order.reason());
    changed.fire(new RulesChanged());
    return snooze.view();
  }

  private static void check(SnoozeOrder order, boolean whole, Consumer<FieldError> faults) {
    if (!whole && KeyField.find(order.field()).isEmpty()) {
      faults.accept(new FieldError("/field", "must be a key such as customer or card"));
    }
    if (!whole
        && (order.key() == null || order.key().isBlank() || order.key().length() > LONGEST_KEY)) {
      faults.accept(new FieldError("/key", "must name the customer, card … that is meant"));
    }
    if (order.hours() < 1 || order.hours() > LONGEST_SNOOZE) {
      faults.accept(new FieldError("/hours", "must be 1 to " + LONGEST_SNOOZE));
    }
    if (order.reason() == null
        || order.reason().isBlank()
        || order.reason().length() > LONGEST_REASON) {
      faults.accept(new FieldError("/reason", "must say why, in 1 to 500 signs"));
    }
  }

  /** Ends a snooze before its time. */
  public void wake(long id, String by) {
    StoredSnooze snooze =
        rules.snooze(id).orElseThrow(() -> new NotFoundException("snooze", Long.toString(id)));
    snooze.end(by, clock.instant());
    audit.record(by, "rule.wake", "rule " + snooze.view().rule(), "");
    changed.fire(new RulesChanged());
  }

  private static boolean open(RuleState state) {
    return state == RuleState.DRAFT || state == RuleState.ASKED;
  }

  private StoredRule require(String id, int version) {
    return rules.lock(id).stream()
        .filter(rule -> rule.view().version() == version)
        .findFirst()
        .orElseThrow(() -> new NotFoundException("rule", id + " v" + version));
  }

  private StoredRule open(String id, int version, int revision) {
    StoredRule rule = require(id, version);
    if (!open(rule.state())) {
      throw new ConflictException("Version %d is no draft any more.".formatted(version));
    }
    if (rule.view().revision() != revision) {
      throw new ConflictException(
          "Version %d was changed meanwhile; look at it again.".formatted(version));
    }
    return rule;
  }

  /** With both names, or with every fault. */
  private RuleText checked(RuleText text, Locale reader) {
    return RuleChecks.checked(text, ValueLists.kinds(lists.all()), reader);
  }

  private void record(String by, String act, RuleView rule) {
    audit.record(
        by,
        act,
        "rule %s v%d".formatted(rule.id(), rule.version()),
        "%s%s: %s"
            .formatted(
                rule.text().shadow() ? "shadow " : "",
                rule.text().outcome().code(),
                rule.text().condition()));
    changed.fire(new RulesChanged());
  }
}
