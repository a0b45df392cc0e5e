package io.shopkeeper.recommendation.boundary.recipe;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What a placement shows.
 *
 * @param sources blended into one list
 * @param merge how; null for {@link Merge#SCORES}
 * @param fallback in this order they fill up what the blend leaves empty
 * @param rules in their order
 * @param diversify {@code mmr:AMOUNT}, {@code dpp:AMOUNT} or {@code off}; null for what the shop
 *     has set
 * @param n how many where the caller does not say; null for 10
 * @param explore share of the answers whose places are dealt by chance among the best, 0 to 0.2, so
 *     that the log can tell what another recipe would have brought; null for none
 * @param rank by what candidates are ranked before the rules weigh; null for {@link Rank#BLEND}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Recipe(
    List<SourceShare> sources,
    Merge merge,
    List<SourceKind> fallback,
    List<Rule> rules,
    String diversify,
    Integer n,
    Double explore,
    Rank rank) {

  /** The greatest share of answers that may be left to chance. */
  public static final double MOST_EXPLORE = 0.2;

  /** Rules that a recipe may have. */
  public static final int MOST_RULES = 200;

  public Recipe {
    sources = sources == null ? List.of() : List.copyOf(sources);
    merge = merge == null ? Merge.SCORES : merge;
    fallback = fallback == null ? List.of() : List.copyOf(fallback);
    rules = rules == null ? List.of() : List.copyOf(rules);
    rank = rank == null ? Rank.BLEND : rank;
  }

  /** That leaves nothing to chance, and ranks as the sources blend. */
  public Recipe(
      List<SourceShare> sources,
      Merge merge,
      List<SourceKind> fallback,
      List<Rule> rules,
      String diversify,
      Integer n) {
    this(sources, merge, fallback, rules, diversify, n, null, Rank.BLEND);
  }

  /** The same with other rules. */
  public Recipe withRules(List<Rule> others) {
    return new Recipe(sources, merge, fallback, others, diversify, n, explore, rank);
  }

  /** The same with another share of answers left to chance; null for none. */
  public Recipe exploring(Double share) {
    return new Recipe(sources, merge, fallback, rules, diversify, n, share, rank);
  }

  /** The same, ranked otherwise. */
  public Recipe ranked(Rank by) {
    return new Recipe(sources, merge, fallback, rules, diversify, n, explore, by);
  }

  /** The share of answers left to chance, 0 for none. */
  @JsonIgnore
  public double exploration() {
    return explore == null ? 0 : explore;
  }
}
