package io.shopkeeper.console.placement;

import io.shopkeeper.console.frame.Words;
import io.shopkeeper.recommendation.boundary.recipe.Recipe;
import io.shopkeeper.recommendation.boundary.recipe.Rule;
import io.shopkeeper.recommendation.boundary.recipe.SourceKind;
import io.shopkeeper.recommendation.boundary.recipe.SourceShare;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is different between two recipes, in words. */
@RequestScoped
public class RecipeDiff {

  @Inject private Words words;
  @Inject private RuleWords rules;

  /**
   * A difference.
   *
   * @param what it is about
   * @param before empty where there was nothing
   * @param after empty where there is nothing any more
   */
  public record Line(String what, String before, String after) {}

  /** From one to the other; empty if they are the same. */
  List<Line> lines(Recipe before, Recipe after) {
    List<Line> lines = new ArrayList<>();
    for (SourceKind kind : SourceKind.values()) {
      add(lines, words.of("sourceKind", kind.word()), source(before, kind), source(after, kind));
    }
    add(
        lines,
        words.format("placement.merge"),
        words.of("merge", before.merge().word()),
        words.of("merge", after.merge().word()));
    add(
        lines,
        words.format("placement.rank"),
        words.of("rank", before.rank().word()),
        words.of("rank", after.rank().word()));
    add(lines, words.format("placement.fallback"), fallback(before), fallback(after));
    add(lines, words.format("placement.variety"), variety(before), variety(after));
    add(lines, words.format("placement.n"), n(before), n(after));
    add(lines, words.format("placement.explore"), explore(before), explore(after));
    rules(lines, before.rules(), after.rules());
    return lines;
  }

  private static void add(List<Line> lines, String what, String before, String after) {
    if (!before.equals(after)) {
      lines.add(new Line(what, before, after));
    }
  }

  private String source(Recipe recipe, SourceKind kind) {
    return recipe.sources().stream()
        .filter(share -> share.source() == kind)
        .map(this::source)
        .collect(Collectors.joining());
  }

  private String source(SourceShare share) {
    String weight = BigDecimal.valueOf(share.weight()).stripTrailingZeros().toPlainString();
    return share.products().isEmpty()
        ? weight
        : weight + ": " + String.join(", ", share.products());
  }

  private String fallback(Recipe recipe) {
    return recipe.fallback().stream()
        .map(kind -> words.of("sourceKind", kind.word()))
        .collect(Collectors.joining(" → "));
  }

  private String variety(Recipe recipe) {
    return recipe.diversify() == null ? words.of("variety", "shop") : recipe.diversify();
  }

  private static String explore(Recipe recipe) {
    return recipe.explore() == null
        ? "0"
        : BigDecimal.valueOf(recipe.explore())
            .movePointRight(2)
            .stripTrailingZeros()
            .toPlainString();
  }

  private static String n(Recipe recipe) {
    return String.valueOf(recipe.n() == null ? 10 : recipe.n());
  }

  private void rules(List<Line> lines, List<Rule> before, List<Rule> after) {
    int known = lines.size();
    List<Rule> gone = new ArrayList<>(before);
    after.forEach(gone::remove);
    List<Rule> added = new ArrayList<>(after);
    before.forEach(added::remove);
    gone.forEach(rule -> lines.add(new Line(name(rule), rules.says(rule), "")));
    added.forEach(rule -> lines.add(new Line(name(rule), "", rules.says(rule))));
    if (lines.size() == known && !before.equals(after)) {
      lines.add(new Line(words.format("placement.rules"), "", words.format("diff.order")));
    }
  }

  private String name(Rule rule) {
    return words.of("ruleKind", RuleKind.of(rule));
  }
}
