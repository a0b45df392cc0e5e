package io.shopkeeper.recommendation.serving;

import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.recommendation.boundary.recipe.RecipeJson;
import io.shopkeeper.recommendation.boundary.recipe.StandardRecipes;
import io.shopkeeper.recommendation.placement.CommittedRecipes;
import jakarta.ejb.EJBException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The recipes of all placements in memory, as of the last commit. After a publication on this node
 * the next answer is made by the new recipe; one on another node is seen within seconds. While the
 * database is away the recipes of before go on. Safe for several threads.
 */
public final class PublishedRecipes {

  private static final System.Logger LOG = System.getLogger(PublishedRecipes.class.getName());
  private static final Duration FRESH = Duration.ofSeconds(5);
  private static final int MOST_KEPT = 1000;
  private static final Map<String, ReadyRecipe> STANDARD = standard();

  private final CommittedRecipes committed;
  private final Clock clock;
  private final AtomicInteger publications = new AtomicInteger();
  private final Map<Key, ReadyRecipe> versions = new ConcurrentHashMap<>();
  private volatile Snapshot snapshot = new Snapshot(-1, Instant.EPOCH, STANDARD);

  /** Which recipes are live at one time. */
  private record Snapshot(int publication, Instant readAt, Map<String, ReadyRecipe> live) {}

  private record Key(String placement, int version) {}

  /** None is read yet. */
  PublishedRecipes(CommittedRecipes committed, Clock clock) {
    this.committed = committed;
    this.clock = clock;
  }

  private static Map<String, ReadyRecipe> standard() {
    Map<String, ReadyRecipe> all = new HashMap<>();
    StandardRecipes.byPlacement()
        .forEach((name, recipe) -> all.put(name, ReadyRecipe.of(0, recipe)));
    return Map.copyOf(all);
  }

  private static ReadyRecipe standard(String placement) {
    ReadyRecipe ready = STANDARD.get(placement);
    return ready == null ? ReadyRecipe.of(0, StandardRecipes.of(placement)) : ready;
  }

  /** Another version is live. */
  void published() {
    publications.incrementAndGet();
  }

  /** The live recipe of a placement; empty if there is no such placement. */
  public Optional<ReadyRecipe> live(String placement) {
    return Optional.ofNullable(current().live().get(placement));
  }

  /** One version, live or not; empty if it is not there or cannot be read. */
  public Optional<ReadyRecipe> version(String placement, int version) {
    if (version == 0) {
      return Optional.of(standard(placement));
    }
    var key = new Key(placement, version);
    ReadyRecipe kept = versions.get(key);
    if (kept != null) {
      return Optional.of(kept);
    }
    Optional<ReadyRecipe> read =
        committed.recipe(placement, version).flatMap(text -> read(key, text));
    if (versions.size() >= MOST_KEPT) {
      versions.clear();
    }
    read.ifPresent(ready -> versions.put(key, ready));
    return read;
  }

  private static Optional<ReadyRecipe> read(Key key, String text) {
    try {
      return Optional.of(ReadyRecipe.of(key.version(), RecipeJson.read(text)));
    } catch (InvalidInputException unreadable) {
      LOG.log(
          System.Logger.Level.ERROR,
          "SHOP-2003 the recipe {0} v{1} cannot be read and is passed over: {2}",
          key.placement(),
          key.version(),
          unreadable.getMessage());
      return Optional.empty();
    }
  }

  private Snapshot current() {
    Snapshot now = snapshot;
    Instant instant = clock.instant();
    if (now.publication() != publications.get() || now.readAt().plus(FRESH).isBefore(instant)) {
      int publication = publications.get();
      now = new Snapshot(publication, instant, read(now.live()));
      snapshot = now;
    }
    return now;
  }

  private Map<String, ReadyRecipe> read(Map<String, ReadyRecipe> before) {
    try {
      Map<String, ReadyRecipe> live = new HashMap<>(STANDARD);
      committed
          .live()
          .forEach(
              (placement, version) ->
                  version(placement, version)
                      .or(() -> Optional.ofNullable(before.get(placement)))
                      .ifPresent(ready -> live.put(placement, ready)));
      return live;
    } catch (EJBException away) {
      LOG.log(
          System.Logger.Level.WARNING,
          "SHOP-2004 the recipes of placements cannot be read; those of before go on",
          away);
      return before;
    }
  }
}
