package io.shopkeeper.recommendation.boundary;

import io.shopkeeper.platform.boundary.AuditTrail;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.FieldError;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.recommendation.boundary.experiment.DesignCheck;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentArm;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentChanged;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentDesign;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentFigures;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentState;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentView;
import io.shopkeeper.recommendation.boundary.experiment.ImpressionCounts;
import io.shopkeeper.recommendation.entity.ExperimentEntry;
import io.shopkeeper.recommendation.experiment.ExperimentStore;
import io.shopkeeper.recommendation.experiment.ExperimentViews;
import io.shopkeeper.recommendation.experiment.Figures;
import io.shopkeeper.recommendation.experiment.ImpressionLog;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Experiments on placements: versions of a placement's recipe, each shown to a share of the
 * visitors. One runs at a placement at most. While it runs only its ramp can change; a visitor sees
 * the same arm for as long as it runs.
 */
@Stateless
public class Experiments {

  private static final int LONGEST_NOTE = 500;

  @Inject private ExperimentStore store;
  @Inject private Placements placements;
  @Inject private Figures figures;
  @Inject private ImpressionLog log;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;
  @Inject private Event<ExperimentChanged> changed;

  /** All, the newest draft first. */
  public List<ExperimentView> all() {
    return store.all().stream().map(ExperimentViews::of).toList();
  }

  /**
   * One.
   *
   * @throws NotFoundException if there is no such experiment
   */
  public ExperimentView find(String name) {
    return store.find(name).map(ExperimentViews::of).orElseThrow(() -> missing(name));
  }

  private static NotFoundException missing(String name) {
    return new NotFoundException("experiment", name);
  }

  /**
   * Keeps a draft; one of that name is replaced. Nobody takes part yet.
   *
   * @throws InvalidInputException with every fault of the design
   * @throws ConflictException if the experiment was started before
   */
  public ExperimentView draft(String name, ExperimentDesign design, String by) {
    if (name == null || !name.matches(DesignCheck.NAME)) {
      throw InvalidInputException.of(
          "/name",
          "must be small letters, digits and hyphens, beginning with a letter, 40 at most");
    }
    require(design);
    ExperimentEntry entry = store.lock(name).orElse(null);
    if (entry == null) {
      entry = new ExperimentEntry(name, ExperimentViews.plan(design), by, clock.instant());
      store.add(entry);
    } else {
      requireState(entry, ExperimentState.DRAFT, "can be changed no more; draft another one");
      entry.redraft(ExperimentViews.plan(design), by, clock.instant());
    }
    audit.record(by, "experiment.draft", name, design.note());
    store.flush("Somebody drafts the experiment %s just now. Read it again.".formatted(name));
    return ExperimentViews.of(entry);
  }

  private void require(ExperimentDesign design) {
    List<FieldError> errors = new ArrayList<>(DesignCheck.of(design));
    if (errors.isEmpty()) {
      errors.addAll(unknown(design));
    }
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors);
    }
  }

  /** What the shop does not have. */
  private List<FieldError> unknown(ExperimentDesign design) {
    String placement = design.placement();
    if (placements.all().stream().noneMatch(known -> known.name().equals(placement))) {
      return List.of(new FieldError("/placement", "there is no placement " + placement));
    }
    Set<Integer> versions =
        placements.versions(placement).stream()
            .map(RecipeVersionView::version)
            .collect(Collectors.toSet());
    List<FieldError> errors = new ArrayList<>();
    for (int i = 0; i < design.arms().size(); i++) {
      int version = design.arms().get(i).version();
      if (!versions.contains(version)) {
        errors.add(
            new FieldError(
                "/arms/%d/version".formatted(i),
                "the placement %s has no recipe v%d".formatted(placement, version)));
      }
    }
    return errors;
  }

  /**
   * Lets visitors take part from their next request on.
   *
   * @throws NotFoundException if there is no such experiment
   * @throws ConflictException if it was started before, another one runs at its placement, or the
   *     placement is there no more
   */
  public ExperimentView start(String name, String by) {
    ExperimentEntry entry = lock(name);
    requireState(entry, ExperimentState.DRAFT, "cannot be started again");
    String placement = entry.plan().placement();
    if (!unknown(ExperimentViews.of(entry).design()).isEmpty()) {
      throw new ConflictException(
          "The placement %s was removed. Make it again, or draft another experiment."
              .formatted(placement));
    }
    String busy =
        "Another experiment runs at the placement %s. Stop that one first.".formatted(placement);
    if (store.running().stream().anyMatch(other -> other.plan().placement().equals(placement))) {
      throw new ConflictException(busy);
    }
    entry.start(by, clock.instant());
    audit.record(by, "experiment.start", name, "at " + placement);
    return told(entry, busy);
  }

  /**
   * Lets another share of the visitors take part; those who do already keep their arm.
   *
   * @param ramp above 0, at most 1
   * @throws NotFoundException if there is no such experiment
   * @throws InvalidInputException at {@code /ramp}
   * @throws ConflictException if it does not run
   */
  public ExperimentView ramp(String name, double ramp, String by) {
    if (!DesignCheck.isRamp(ramp)) {
      throw InvalidInputException.of("/ramp", "must be a share above 0, at most 1");
    }
    ExperimentEntry entry = lock(name);
    requireState(entry, ExperimentState.RUNNING, "has no ramp to be changed");
    audit.record(by, "experiment.ramp", name, "%s → %s".formatted(entry.plan().ramp(), ramp));
    entry.ramp(ramp);
    return told(entry, "Somebody changes the experiment %s just now.".formatted(name));
  }

  /**
   * Lets nobody take part any more: from their next request on all see the live recipe.
   *
   * @param publish the arm whose recipe goes live; null to keep what is live
   * @param note why, at most 500 characters; null for none
   * @throws NotFoundException if there is no such experiment
   * @throws InvalidInputException at {@code /publish} if there is no such arm
   * @throws ConflictException if it does not run
   */
  public ExperimentView stop(String name, String publish, String note, String by) {
    String why = note == null ? "" : note.strip();
    if (why.length() > LONGEST_NOTE) {
      throw InvalidInputException.of(
          "/note", "has more than %d characters".formatted(LONGEST_NOTE));
    }
    ExperimentEntry entry = lock(name);
    requireState(entry, ExperimentState.RUNNING, "cannot be stopped");
    ExperimentDesign design = ExperimentViews.of(entry).design();
    if (publish != null) {
      ExperimentArm arm =
          design.arms().stream()
              .filter(each -> each.name().equals(publish))
              .findFirst()
              .orElseThrow(
                  () -> InvalidInputException.of("/publish", "there is no arm " + publish));
      placements.publish(design.placement(), arm.version(), why, by, null);
    }
    entry.stop(publish, why, by, clock.instant());
    audit.record(
        by, "experiment.stop", publish == null ? name : "%s → %s".formatted(name, publish), why);
    return told(entry, "Somebody changes the experiment %s just now.".formatted(name));
  }

  /**
   * What it says now; answers that this server gave before are counted.
   *
   * @param locale of the verdict's words
   * @throws NotFoundException if there is no such experiment
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public ExperimentFigures figures(String name, Locale locale) {
    return figures.of(name, locale);
  }

  /** What became of the log of what was shown, on this server. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public ImpressionCounts log() {
    return log.counts();
  }

  private ExperimentEntry lock(String name) {
    return store.lock(name).orElseThrow(() -> missing(name));
  }

  private static void requireState(ExperimentEntry entry, ExperimentState state, String why) {
    if (!entry.state().equals(state.name())) {
      throw new ConflictException(
          "The experiment %s is %s: it %s."
              .formatted(entry.name(), entry.state().toLowerCase(Locale.ROOT), why));
    }
  }

  private ExperimentView told(ExperimentEntry entry, String conflict) {
    store.flush(conflict);
    changed.fire(new ExperimentChanged(entry.name()));
    return ExperimentViews.of(entry);
  }
}
