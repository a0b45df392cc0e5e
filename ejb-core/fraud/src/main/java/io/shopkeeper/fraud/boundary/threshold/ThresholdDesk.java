package io.shopkeeper.fraud.boundary.threshold;

import io.shopkeeper.fraud.boundary.Outcome;
import io.shopkeeper.fraud.entity.StoredThresholds;
import io.shopkeeper.fraud.threshold.ThresholdStore;
import io.shopkeeper.fraud.training.FraudSettings;
import io.shopkeeper.platform.boundary.AuditTrail;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.FieldError;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.platform.boundary.SettingDefinition;
import io.shopkeeper.platform.boundary.Settings;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The thresholds of the fraud model: one person asks for others, a second one publishes them. The
 * last change that was published can be undone. Each act is in the audit log; payments are judged
 * by what is published from the next one on.
 */
@Stateless
public class ThresholdDesk {

  /** Longest reason, in characters. */
  public static final int LONGEST_REASON = 500;

  private static final Map<Outcome, SettingDefinition> SETTINGS =
      Map.of(
          Outcome.CHALLENGE, FraudSettings.CHALLENGE,
          Outcome.REVIEW, FraudSettings.REVIEW,
          Outcome.BLOCK, FraudSettings.BLOCK);

  private static final List<Outcome> OUTCOMES =
      List.of(Outcome.CHALLENGE, Outcome.REVIEW, Outcome.BLOCK);

  @Inject private ThresholdStore store;
  @Inject private Settings settings;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /** By what payments are judged now. */
  public ScoreThresholds current() {
    return FraudSettings.thresholds(settings);
  }

  /** What holding payments costs the shop, as its settings say. */
  public CostTerms terms() {
    return FraudSettings.costs(settings);
  }

  /** Which of them the server's environment sets; these cannot be changed here. */
  public List<String> fixed() {
    return OUTCOMES.stream()
        .map(SETTINGS::get)
        .filter(each -> settings.view(each.name()).orElseThrow().locked())
        .map(SettingDefinition::environment)
        .toList();
  }

  /** The change that waits for a second person. */
  public Optional<ThresholdChange> asked() {
    return store.in(ThresholdState.ASKED, 1).stream().map(StoredThresholds::view).findFirst();
  }

  /** The last change that was published: the one that can be undone. */
  public Optional<ThresholdChange> undoable() {
    return store.in(ThresholdState.PUBLISHED, 1).stream()
        .map(StoredThresholds::view)
        .filter(change -> change.wanted().equals(current()))
        .findFirst();
  }

  /** Changes, the newest first. */
  public List<ThresholdChange> history(int most) {
    return store.newest(most).stream().map(StoredThresholds::view).toList();
  }

  /**
   * Asks for other thresholds.
   *
   * @throws InvalidInputException with every fault
   * @throws ConflictException if a change waits already, or the environment sets them
   */
  public ThresholdChange ask(ScoreThresholds wanted, String reason, String by) {
    List<FieldError> faults = new ArrayList<>(wanted.faults());
    ScoreThresholds now = current();
    if (faults.isEmpty() && wanted.equals(now)) {
      faults.add(new FieldError("/challenge", "must differ from what holds now, in one at least"));
    }
    if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
      faults.add(new FieldError("/reason", "must say why, in 1 to 500 signs"));
    }
    if (!faults.isEmpty()) {
      throw new InvalidInputException(faults);
    }
    requireFree();
    asked()
        .ifPresent(
            open -> {
              throw new ConflictException(
                  "A change of thresholds by %s waits already; it has to be published or withdrawn first."
                      .formatted(open.askedBy()));
            });
    var change = new StoredThresholds(wanted, now, reason.strip(), by, clock.instant());
    store.add(change);
    record(by, "thresholds.ask", change.view());
    return change.view();
  }

  private void requireFree() {
    List<String> fixed = fixed();
    if (!fixed.isEmpty()) {
      throw new ConflictException(
          "The server's environment sets thresholds (%s); change them there."
              .formatted(String.join(", ", fixed)));
    }
  }

  /**
   * Lets payments be judged by what was asked for.
   *
   * @param by somebody else than who asked
   * @throws ConflictException if it does not wait any more, or {@code by} asked for it
   */
  public ThresholdChange publish(long id, String by) {
    StoredThresholds change = waiting(id);
    if (change.view().askedBy().equals(by)) {
      throw new ConflictException(
          "%s asked for these thresholds; somebody else has to publish them.".formatted(by));
    }
    requireFree();
    change.publish(current(), by, clock.instant());
    set(change.view().wanted(), by);
    record(by, "thresholds.publish", change.view());
    return change.view();
  }

  /**
   * Ends a change that waits: its author does not want it any more, or somebody else refuses it.
   *
   * @throws ConflictException if it does not wait any more
   */
  public ThresholdChange withdraw(long id, String by) {
    StoredThresholds change = waiting(id);
    change.decide(ThresholdState.WITHDRAWN, by, clock.instant());
    record(by, "thresholds.withdraw", change.view());
    return change.view();
  }

  /**
   * Lets those hold again that held before the last change.
   *
   * @throws ConflictException if it is not the last one that was published, or others hold
   *     meanwhile
   */
  public ThresholdChange undo(long id, String by) {
    StoredThresholds change = require(id);
    if (undoable().filter(last -> last.id() == id).isEmpty()) {
      throw new ConflictException("Only the last change that was published can be undone.");
    }
    requireFree();
    change.decide(ThresholdState.UNDONE, by, clock.instant());
    set(change.view().before(), by);
    record(by, "thresholds.undo", change.view());
    return change.view();
  }

  private void set(ScoreThresholds wanted, String by) {
    Map<String, String> values = new LinkedHashMap<>();
    OUTCOMES.forEach(
        outcome -> values.put(SETTINGS.get(outcome).name(), Long.toString(wanted.of(outcome))));
    settings.changeGuarded(values, by);
  }

  private StoredThresholds require(long id) {
    return store
        .hold(id)
        .orElseThrow(() -> new NotFoundException("change of thresholds", Long.toString(id)));
  }

  private StoredThresholds waiting(long id) {
    StoredThresholds change = require(id);
    if (change.view().state() != ThresholdState.ASKED) {
      throw new ConflictException("This change does not wait any more.");
    }
    return change;
  }

  private void record(String by, String act, ThresholdChange change) {
    audit.record(
        by,
        act,
        "thresholds " + change.id(),
        "%s → %s: %s".formatted(say(change.before()), say(change.wanted()), change.reason()));
  }

  private static String say(ScoreThresholds thresholds) {
    return "%d/%d/%d".formatted(thresholds.challenge(), thresholds.review(), thresholds.block());
  }
}
