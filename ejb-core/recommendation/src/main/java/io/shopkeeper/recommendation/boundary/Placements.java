package io.shopkeeper.recommendation.boundary;

import io.shopkeeper.platform.boundary.AuditTrail;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.recommendation.boundary.recipe.Recipe;
import io.shopkeeper.recommendation.boundary.recipe.RecipeJson;
import io.shopkeeper.recommendation.boundary.recipe.StandardRecipes;
import io.shopkeeper.recommendation.entity.PlacementEntry;
import io.shopkeeper.recommendation.entity.PublicationEntry;
import io.shopkeeper.recommendation.entity.RecipeEntry;
import io.shopkeeper.recommendation.experiment.ExperimentStore;
import io.shopkeeper.recommendation.placement.PlacementStore;
import io.shopkeeper.recommendation.placement.Versions;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The placements and their recipes. A recipe is saved as the next version, which nobody gets before
 * it is published; to undo is to publish the version that was live before. Version 0 is the recipe
 * that the product came with.
 *
 * <p>Those who change something may say which {@link PlacementView#edition()} they have read; then
 * nothing happens if somebody else was faster.
 */
@Stateless
public class Placements {

  /** How many versions {@link #versions(String)} lists at most, beside version 0. */
  public static final int MOST_VERSIONS = 200;

  private static final int LONGEST_NOTE = 500;
  private static final String NAME = "[a-z][a-z0-9-]{0,39}";

  @Inject private PlacementStore store;
  @Inject private ExperimentStore experiments;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;
  @Inject private Event<PlacementPublished> published;

  /** All: first those that every shop has, in the order of a visit, then the shop's own by name. */
  public List<PlacementView> all() {
    Map<String, PlacementEntry> touched = new TreeMap<>();
    store.all().forEach(entry -> touched.put(entry.name(), entry));
    List<PlacementView> all = new ArrayList<>();
    for (String name : StandardRecipes.byPlacement().keySet()) {
      PlacementEntry entry = touched.remove(name);
      all.add(entry == null ? untouched(name) : view(entry));
    }
    touched.values().forEach(entry -> all.add(view(entry)));
    return all;
  }

  /**
   * One.
   *
   * @throws NotFoundException if there is no such placement
   */
  public PlacementView find(String name) {
    return store
        .find(name)
        .map(this::view)
        .orElseGet(
            () -> {
              if (!StandardRecipes.byPlacement().containsKey(name)) {
                throw new NotFoundException("placement", name);
              }
              return untouched(name);
            });
  }

  /**
   * Its recipes, newest first; version 0 is the last.
   *
   * @throws NotFoundException if there is no such placement
   */
  public List<RecipeVersionView> versions(String name) {
    PlacementView placement = find(name);
    return new Versions(store, placement).all(MOST_VERSIONS);
  }

  /**
   * One recipe.
   *
   * @throws NotFoundException if there is no such placement or version
   */
  public RecipeVersionView version(String name, int version) {
    PlacementView placement = find(name);
    return new Versions(store, placement)
        .find(version)
        .orElseThrow(() -> new NotFoundException("recipe", name + " v" + version));
  }

  /**
   * Says whether there is such a placement, or could be.
   *
   * @throws InvalidInputException at {@code /name} if the name will not do
   */
  public static void requireName(String name) {
    if (name == null || !name.matches(NAME)) {
      throw InvalidInputException.of(
          "/name",
          "must be small letters, digits and hyphens, beginning with a letter, 40 at most");
    }
  }

  /**
   * Saves a recipe as the next version; nobody gets it yet. A recipe that is the same as the newest
   * version is not saved again. A placement that does not exist is made; one that was removed is
   * there again, with its versions.
   *
   * @param note why, at most 500 characters; null for none
   * @param edition that was read; null for any
   * @return the version that has this recipe
   * @throws InvalidInputException with every fault of the recipe
   * @throws ConflictException if somebody else was faster
   */
  public RecipeVersionView save(String name, Recipe recipe, String note, String by, Long edition) {
    requireName(name);
    String why = note(note);
    RecipeJson.require(recipe);
    PlacementEntry placement = lock(name, edition);
    if (placement.isRemoved()) {
      placement.revive();
      published.fire(new PlacementPublished(name, placement.liveVersion()));
    }
    RecipeVersionView newest = version(name, placement.versions());
    if (newest.version() > 0 && newest.recipe().equals(recipe)) {
      return newest;
    }
    int version = placement.nextVersion();
    store.add(new RecipeEntry(name, version, RecipeJson.write(recipe), why, by, clock.instant()));
    audit.record(by, "placement.save", "%s v%d".formatted(name, version), why);
    store.flush();
    return version(name, version);
  }

  /**
   * Lets visitors get a version, from their next request on. If they do already, nothing happens.
   *
   * @param note why, at most 500 characters; null for none
   * @param edition that was read; null for any
   * @throws NotFoundException if there is no such placement or version
   * @throws ConflictException if somebody else was faster
   */
  public PlacementView publish(String name, int version, String note, String by, Long edition) {
    version(name, version);
    String why = note(note);
    PlacementEntry placement = lock(name, edition);
    if (placement.liveVersion() != version) {
      int before = placement.publications();
      audit.record(by, "placement.publish", act(placement, version), why);
      go(placement, version, before, why, by);
    }
    return view(placement);
  }

  /**
   * Publishes the version that was live before. An undo of an undo goes further back.
   *
   * @param note why, at most 500 characters; null for none
   * @param edition that was read; null for any
   * @throws NotFoundException if there is no such placement
   * @throws ConflictException if nothing was published, or somebody else was faster
   */
  public PlacementView undo(String name, String note, String by, Long edition) {
    find(name);
    String why = note(note);
    PlacementEntry placement = lock(name, edition);
    PublicationEntry last =
        store
            .publication(name, placement.publications())
            .filter(publication -> publication.number() > 0)
            .orElseThrow(() -> nothingToUndo(name));
    if (last.before() < 0) {
      throw nothingToUndo(name);
    }
    PublicationEntry target = store.publication(name, last.before()).orElse(null);
    int version = target == null ? 0 : target.version();
    audit.record(by, "placement.undo", act(placement, version), why);
    go(placement, version, target == null ? -1 : target.before(), why, by);
    return view(placement);
  }

  /**
   * Removes a placement of the shop's own: nobody gets anything there from the next request on. Its
   * recipes are kept for whoever makes it again by {@link #save}, and what it has brought stays in
   * the figures.
   *
   * @param note why, at most 500 characters; null for none
   * @param edition that was read; null for any
   * @throws NotFoundException if there is no such placement
   * @throws ConflictException if it is one that every shop has, an experiment runs there, or
   *     somebody else was faster
   */
  public void remove(String name, String note, String by, Long edition) {
    if (!find(name).own()) {
      throw new ConflictException(
          "The placement %s comes with the product and cannot be removed. Publish version 0 to show what it came with."
              .formatted(name));
    }
    String why = note(note);
    PlacementEntry placement = lock(name, edition);
    experiments.running().stream()
        .filter(experiment -> experiment.plan().placement().equals(name))
        .findFirst()
        .ifPresent(
            running -> {
              throw new ConflictException(
                  "The experiment %s runs at the placement %s. Stop it first."
                      .formatted(running.name(), name));
            });
    placement.remove();
    audit.record(by, "placement.remove", name, why);
    store.flush();
    published.fire(new PlacementPublished(name, placement.liveVersion()));
  }

  private static ConflictException nothingToUndo(String name) {
    return new ConflictException(
        "The placement %s shows what the product came with; there is nothing to undo."
            .formatted(name));
  }

  private static String act(PlacementEntry placement, int version) {
    return "%s v%d → v%d".formatted(placement.name(), placement.liveVersion(), version);
  }

  private void go(PlacementEntry placement, int version, int before, String why, String by) {
    int number = placement.publish(version);
    store.add(
        new PublicationEntry(placement.name(), number, version, before, why, by, clock.instant()));
    store.flush();
    published.fire(new PlacementPublished(placement.name(), version));
  }

  private PlacementEntry lock(String name, Long edition) {
    if (edition != null && edition == 0 && store.find(name).isPresent()) {
      throw changedMeanwhile(name);
    }
    PlacementEntry placement = store.lock(name);
    if (edition != null && edition != 0 && placement.edition() != edition) {
      throw changedMeanwhile(name);
    }
    return placement;
  }

  private static ConflictException changedMeanwhile(String name) {
    return new ConflictException(
        "Somebody has changed the placement %s meanwhile. Read it again and decide anew."
            .formatted(name));
  }

  private static String note(String note) {
    String why = note == null ? "" : note.strip();
    if (why.length() > LONGEST_NOTE) {
      throw InvalidInputException.of(
          "/note", "has more than %d characters".formatted(LONGEST_NOTE));
    }
    return why;
  }

  private static PlacementView untouched(String name) {
    return new PlacementView(name, false, 0, 0, null, null, null, "", 0);
  }

  private PlacementView view(PlacementEntry placement) {
    PublicationEntry last =
        store.publication(placement.name(), placement.publications()).orElse(null);
    boolean own = !StandardRecipes.byPlacement().containsKey(placement.name());
    if (last == null) {
      return new PlacementView(
          placement.name(),
          own,
          placement.liveVersion(),
          placement.versions(),
          null,
          null,
          null,
          "",
          placement.edition());
    }
    return new PlacementView(
        placement.name(),
        own,
        placement.liveVersion(),
        placement.versions(),
        last.before() < 0
            ? null
            : store
                .publication(placement.name(), last.before())
                .map(PublicationEntry::version)
                .orElse(0),
        last.publishedAt(),
        last.publishedBy(),
        last.note(),
        placement.edition());
  }
}
