package io.shopkeeper.recommendation.placement;

import io.shopkeeper.recommendation.boundary.PlacementView;
import io.shopkeeper.recommendation.boundary.RecipeVersionView;
import io.shopkeeper.recommendation.boundary.recipe.RecipeJson;
import io.shopkeeper.recommendation.boundary.recipe.StandardRecipes;
import io.shopkeeper.recommendation.entity.PublicationEntry;
import io.shopkeeper.recommendation.entity.RecipeEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The recipes of one placement as others see them. For one transaction. */
public final class Versions {

  /** The last so many publications say when a version went live. */
  private static final int MOST_PUBLICATIONS = 1000;

  private final PlacementStore store;
  private final PlacementView placement;
  private final Map<Integer, PublicationEntry> published = new HashMap<>();

  public Versions(PlacementStore store, PlacementView placement) {
    this.store = store;
    this.placement = placement;
    for (PublicationEntry each : store.publications(placement.name(), MOST_PUBLICATIONS)) {
      published.putIfAbsent(each.version(), each);
    }
  }

  /**
   * The newest first, and behind them version 0.
   *
   * @param most beside version 0
   */
  public List<RecipeVersionView> all(int most) {
    List<RecipeVersionView> all = new ArrayList<>();
    store.recipes(placement.name(), most).forEach(entry -> all.add(view(entry)));
    all.add(standard());
    return all;
  }

  /** One of them. */
  public Optional<RecipeVersionView> find(int version) {
    return version == 0
        ? Optional.of(standard())
        : store.recipe(placement.name(), version).map(this::view);
  }

  private RecipeVersionView view(RecipeEntry entry) {
    PublicationEntry last = published.get(entry.version());
    return new RecipeVersionView(
        placement.name(),
        entry.version(),
        RecipeJson.read(entry.recipe()),
        entry.note(),
        entry.savedAt(),
        entry.savedBy(),
        placement.liveVersion() == entry.version(),
        last == null ? null : last.publishedAt(),
        last == null ? null : last.publishedBy());
  }

  private RecipeVersionView standard() {
    PublicationEntry last = published.get(0);
    return new RecipeVersionView(
        placement.name(),
        0,
        StandardRecipes.of(placement.name()),
        "",
        null,
        null,
        placement.liveVersion() == 0,
        last == null ? null : last.publishedAt(),
        last == null ? null : last.publishedBy());
  }
}
