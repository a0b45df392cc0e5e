package io.shopkeeper.recommendation.boundary.recipe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The placements that every shop has, and what they show until the shop decides otherwise. */
public final class StandardRecipes {

  /** Where nothing else is said. */
  public static final String HOME = "home";

  private static final List<SourceKind> FILL =
      List.of(SourceKind.TRENDING, SourceKind.POPULAR, SourceKind.ASSORTMENT);
  private static final List<Rule> RULES =
      List.of(new Rule.HideCart(0), new Rule.HideBought(List.of(), 0));
  private static final SourceShare PERSONAL = SourceShare.of(SourceKind.PERSONAL, 1);

  private static final Map<String, Recipe> ALL = all();

  private StandardRecipes() {}

  private static Map<String, Recipe> all() {
    Map<String, Recipe> all = new LinkedHashMap<>();
    all.put(HOME, blend(Merge.SCORES, PERSONAL));
    all.put("product", blend(Merge.SCORES, PERSONAL));
    all.put("cart", blend(Merge.RANKS, SourceShare.of(SourceKind.TOGETHER, 4), PERSONAL));
    all.put("post-purchase", blend(Merge.RANKS, SourceShare.of(SourceKind.TOGETHER, 2), PERSONAL));
    all.put("email", blend(Merge.SCORES, PERSONAL));
    all.put("chat", blend(Merge.SCORES, PERSONAL));
    all.put("empty-search", blend(Merge.SCORES, SourceShare.of(SourceKind.SESSION, 2), PERSONAL));
    return all;
  }

  private static Recipe blend(Merge merge, SourceShare... sources) {
    return new Recipe(List.of(sources), merge, FILL, RULES, null, null);
  }

  /** By name, in the order of a visit. */
  public static Map<String, Recipe> byPlacement() {
    return new LinkedHashMap<>(ALL);
  }

  /** Version 0 of a placement: what the product came with, and of the shop's own that of home. */
  public static Recipe of(String placement) {
    return ALL.getOrDefault(placement, ALL.get(HOME));
  }
}
