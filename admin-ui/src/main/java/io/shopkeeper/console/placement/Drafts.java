package io.shopkeeper.console.placement;

import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.Reader;
import io.shopkeeper.recommendation.boundary.recipe.Recipe;
import io.shopkeeper.recommendation.boundary.recipe.Rule;
import io.shopkeeper.recommendation.boundary.recipe.SourceKind;
import io.shopkeeper.recommendation.boundary.recipe.SourceShare;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Drafts of recipes: from what the form sent, or from a recipe. */
@RequestScoped
public class Drafts {

  private static final int FALLBACKS = 4;

  @Inject private Asked asked;
  @Inject private Reader reader;

  /** Whether the form sent one. */
  boolean isSent() {
    return asked.act("rules").isPresent();
  }

  /** What the form sent. */
  RecipeDraft sent() {
    List<RecipeDraft.SourceLine> sources = new ArrayList<>();
    for (SourceKind kind : kinds(asked.all("source"))) {
      String id = "s." + kind.word();
      sources.add(new RecipeDraft.SourceLine(kind, text(id), text(id + ".products")));
    }
    List<RecipeDraft.RuleLine> rules = new ArrayList<>();
    long count = Math.min(Recipe.MOST_RULES, asked.number("rules").orElse(0L));
    for (int place = 0; place < count; place++) {
      String prefix = "r" + place + ".";
      RuleKind.named(text(prefix + "kind")).ifPresent(kind -> rules.add(rule(kind, prefix)));
    }
    return new RecipeDraft(
        sources,
        text("merge"),
        fallback(asked.all("fallback")),
        rules,
        text("variety").replace("shop", ""),
        text("amount"),
        text("n"),
        text("rank"),
        text("explore"));
  }

  /** All sources, the sent ones first: their order is the recipe's. */
  private static Set<SourceKind> kinds(List<String> sent) {
    Set<SourceKind> kinds = new LinkedHashSet<>();
    for (String word : sent) {
      for (SourceKind kind : SourceKind.values()) {
        if (kind.word().equals(word)) {
          kinds.add(kind);
        }
      }
    }
    kinds.addAll(List.of(SourceKind.values()));
    return kinds;
  }

  private RecipeDraft.RuleLine rule(RuleKind kind, String prefix) {
    Map<RuleField, String> values = new EnumMap<>(RuleField.class);
    for (RuleField field : kind.fields()) {
      values.put(field, text(prefix + field.key()));
    }
    return new RecipeDraft.RuleLine(kind, values);
  }

  private String text(String name) {
    return asked.act(name).map(String::strip).orElse("");
  }

  private static List<String> fallback(List<String> words) {
    List<String> all = new ArrayList<>(words.stream().filter(word -> !word.equals("–")).toList());
    while (all.size() < FALLBACKS || !all.getLast().isEmpty()) {
      all.add("");
    }
    return all;
  }

  /** A recipe as a draft. */
  RecipeDraft of(Recipe recipe) {
    List<RecipeDraft.SourceLine> sources = new ArrayList<>();
    Set<SourceKind> left = new LinkedHashSet<>(List.of(SourceKind.values()));
    for (SourceShare share : recipe.sources()) {
      left.remove(share.source());
      sources.add(
          new RecipeDraft.SourceLine(
              share.source(), plain(share.weight()), String.join(", ", share.products())));
    }
    left.forEach(kind -> sources.add(new RecipeDraft.SourceLine(kind, "", "")));
    String[] variety = recipe.diversify() == null ? new String[0] : recipe.diversify().split(":");
    return new RecipeDraft(
        sources,
        recipe.merge().word(),
        fallback(recipe.fallback().stream().map(SourceKind::word).toList()),
        recipe.rules().stream().map(this::line).toList(),
        variety.length == 0 ? "" : variety[0],
        variety.length < 2 ? "" : plain(new BigDecimal(variety[1]).movePointRight(2)),
        recipe.n() == null ? "" : recipe.n().toString(),
        recipe.rank().word(),
        recipe.explore() == null
            ? ""
            : plain(BigDecimal.valueOf(recipe.explore()).movePointRight(2)));
  }

  private RecipeDraft.RuleLine line(Rule rule) {
    return new RuleTexts(reader.getZone()).of(rule);
  }

  /** A new rule of a kind, with what is usual. */
  static RecipeDraft.RuleLine fresh(RuleKind kind) {
    Map<RuleField, String> usual =
        switch (kind) {
          case PIN -> Map.of(RuleField.PLACE, "1");
          case BOOST -> Map.of(RuleField.BY, "match", RuleField.STRENGTH, "0.5");
          case CAP -> Map.of(RuleField.TRAIT, "brand", RuleField.MOST, "3");
          case HIDE_CART -> Map.of(RuleField.DAYS, "30");
          case HIDE_BOUGHT -> Map.of(RuleField.AGAIN_DAYS, "0");
          case BURY, EXCLUDE, ONLY, AVAILABLE -> Map.of();
        };
    return new RecipeDraft.RuleLine(kind, usual);
  }

  private static String plain(double number) {
    return plain(BigDecimal.valueOf(number));
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
