package io.shopkeeper.console.placement;

import io.shopkeeper.recommendation.boundary.recipe.SourceKind;
import java.util.List;
import java.util.Map;

/**
 * A recipe as it stands in the form: texts, right or wrong.
 *
 * @param sources all there are; those without a weight are not used
 * @param merge {@code scores} or {@code ranks}
 * @param fallback words of sources, in their order; empty texts for none
 * @param variety {@code mmr}, {@code dpp}, {@code off}, or empty for what the shop has set
 * @param amount of variety, in percent
 * @param n how many; empty for 10
 * @param rank {@code blend} or {@code purchase}
 * @param explore answers left to chance, in percent; empty for none
 */
public record RecipeDraft(
    List<SourceLine> sources,
    String merge,
    List<String> fallback,
    List<RuleLine> rules,
    String variety,
    String amount,
    String n,
    String rank,
    String explore) {

  /**
   * A source.
   *
   * @param weight empty or 0 for not used
   * @param products ids, with commas between
   */
  public record SourceLine(SourceKind kind, String weight, String products) {}

  /** A rule. */
  public record RuleLine(RuleKind kind, Map<RuleField, String> values) {

    /** What stands in a field; empty for nothing. */
    String value(RuleField field) {
      return values.getOrDefault(field, "");
    }
  }

  /** The same with other rules. */
  RecipeDraft withRules(List<RuleLine> others) {
    return new RecipeDraft(
        sources, merge, fallback, List.copyOf(others), variety, amount, n, rank, explore);
  }
}
