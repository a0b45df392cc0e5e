package io.shopkeeper.recommendation.placement;

import io.shopkeeper.recommendation.entity.PlacementEntry;
import io.shopkeeper.recommendation.entity.RecipeEntry;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads past the caller's transaction: what serving keeps in memory was committed. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CommittedRecipes {

  @Inject private PlacementStore store;

  /** The live version of every placement that somebody has touched. */
  public Map<String, Integer> live() {
    return store.all().stream()
        .collect(Collectors.toUnmodifiableMap(PlacementEntry::name, PlacementEntry::liveVersion));
  }

  /** A recipe as JSON. */
  public Optional<String> recipe(String placement, int version) {
    return store.recipe(placement, version).map(RecipeEntry::recipe);
  }
}
