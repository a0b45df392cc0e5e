package io.shopkeeper.console.placement;

import io.shopkeeper.platform.boundary.FieldError;
import io.shopkeeper.recommendation.boundary.recipe.Merge;
import io.shopkeeper.recommendation.boundary.recipe.ProductFilter;
import io.shopkeeper.recommendation.boundary.recipe.Rank;
import io.shopkeeper.recommendation.boundary.recipe.Recipe;
import io.shopkeeper.recommendation.boundary.recipe.RecipeJson;
import io.shopkeeper.recommendation.boundary.recipe.Rule;
import io.shopkeeper.recommendation.boundary.recipe.SourceKind;
import io.shopkeeper.recommendation.boundary.recipe.SourceShare;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A draft read as a recipe. Faults stand by the pointers of the recipe's document; those of a
 * source by its word, as {@code /sources/personal/weight}, for the form lists sources that are not
 * used, too.
 */
final class DraftRecipe {

  private static final BigDecimal MOST_PERCENT = BigDecimal.valueOf(20);

  private final RecipeDraft draft;
  private final ZoneId zone;
  private final Map<String, String> faults = new LinkedHashMap<>();
  private final List<Rule> rules;
  private final Recipe recipe;

  /** Reads one; times stand in a zone. */
  DraftRecipe(RecipeDraft draft, ZoneId zone) {
    this.draft = draft;
    this.zone = zone;
    List<SourceShare> sources = sources();
    rules = rules();
    var read =
        new Recipe(
                sources,
                draft.merge().equals(Merge.RANKS.word()) ? Merge.RANKS : Merge.SCORES,
                fallback(),
                rules,
                variety(),
                whole("/n", draft.n()))
            .ranked(draft.rank().equals(Rank.PURCHASE.word()) ? Rank.PURCHASE : Rank.BLEND)
            .exploring(explore());
    if (faults.isEmpty()) {
      for (FieldError error : RecipeJson.check(read)) {
        faults.putIfAbsent(byWord(error.pointer(), sources), error.message());
      }
    }
    recipe = faults.isEmpty() ? read : null;
  }

  private static String byWord(String pointer, List<SourceShare> sources) {
    String[] steps = pointer.split("/", -1);
    return steps.length > 2 && steps[1].equals("sources")
        ? "/sources/%s/%s"
            .formatted(sources.get(Integer.parseInt(steps[2])).source().word(), steps[3])
        : pointer;
  }

  /** The recipe; empty if there is a fault. */
  Optional<Recipe> recipe() {
    return Optional.ofNullable(recipe);
  }

  /** A rule; empty if something in it is wrong, whatever else is. */
  Optional<Rule> rule(int place) {
    String at = "/rules/" + place + "/";
    return faults.keySet().stream().anyMatch(pointer -> pointer.startsWith(at))
        ? Optional.empty()
        : Optional.of(rules.get(place));
  }

  /** What is wrong, in English, by its place. */
  Map<String, String> faults() {
    return faults;
  }

  private List<SourceShare> sources() {
    List<SourceShare> used = new ArrayList<>();
    for (RecipeDraft.SourceLine line : draft.sources()) {
      BigDecimal weight = number("/sources/" + line.kind().word() + "/weight", line.weight());
      if (weight != null && weight.signum() != 0) {
        used.add(new SourceShare(line.kind(), weight.doubleValue(), ids(line.products())));
      }
    }
    return used;
  }

  private List<SourceKind> fallback() {
    return draft.fallback().stream()
        .filter(word -> !word.isEmpty())
        .flatMap(
            word -> Arrays.stream(SourceKind.values()).filter(kind -> kind.word().equals(word)))
        .toList();
  }

  private String variety() {
    if (draft.variety().isEmpty() || draft.variety().equals("off")) {
      return draft.variety().isEmpty() ? null : "off";
    }
    BigDecimal percent = number("/diversify", draft.amount());
    return draft.variety()
        + ":"
        + (percent == null ? "0.2" : percent.movePointLeft(2).stripTrailingZeros().toPlainString());
  }

  /** Null where nothing is left to chance. */
  private Double explore() {
    BigDecimal percent = number("/explore", draft.explore());
    if (percent != null && (percent.signum() < 0 || percent.compareTo(MOST_PERCENT) > 0)) {
      faults.put("/explore", "must be 0 to 20 percent, but is " + draft.explore());
      return null;
    }
    return percent == null || percent.signum() == 0
        ? null
        : Double.valueOf(percent.movePointLeft(2).doubleValue());
  }

  private List<Rule> rules() {
    List<Rule> rules = new ArrayList<>();
    for (int i = 0; i < draft.rules().size(); i++) {
      rules.add(new OneRule("/rules/" + i + "/", draft.rules().get(i)).read());
    }
    return rules;
  }

  /** Reads one rule. */
  private final class OneRule {

    private final String at;
    private final RecipeDraft.RuleLine line;

    OneRule(String at, RecipeDraft.RuleLine line) {
      this.at = at;
      this.line = line;
    }

    Rule read() {
      return switch (line.kind()) {
        case PIN -> new Rule.Pin(line.value(RuleField.PRODUCT), whole(RuleField.PLACE));
        case BOOST ->
            new Rule.Boost(
                line.value(RuleField.BY).isEmpty()
                    ? null
                    : Rule.Quality.of(line.value(RuleField.BY)),
                decimal(RuleField.STRENGTH) == null ? 0 : decimal(RuleField.STRENGTH).doubleValue(),
                filter());
        case BURY -> new Rule.Bury(filter());
        case EXCLUDE -> new Rule.Exclude(filter());
        case ONLY -> new Rule.Only(filter());
        case CAP ->
            new Rule.Cap(
                line.value(RuleField.TRAIT).isEmpty()
                    ? null
                    : Rule.Trait.of(line.value(RuleField.TRAIT)),
                whole(RuleField.MOST));
        case AVAILABLE -> new Rule.Available(filter(), time(RuleField.FROM), time(RuleField.UNTIL));
        case HIDE_CART -> new Rule.HideCart(whole(RuleField.DAYS));
        case HIDE_BOUGHT ->
            new Rule.HideBought(
                lines(line.value(RuleField.AGAIN_CATEGORIES)), whole(RuleField.AGAIN_DAYS));
      };
    }

    private ProductFilter filter() {
      return new ProductFilter(
          ids(line.value(RuleField.PRODUCTS)),
          lines(line.value(RuleField.CATEGORIES)),
          lines(line.value(RuleField.BRANDS)),
          decimal(RuleField.PRICE_FROM),
          decimal(RuleField.PRICE_TO),
          DraftRecipe.this.whole(pointer(RuleField.STOCK_TO), line.value(RuleField.STOCK_TO)),
          DraftRecipe.this.whole(pointer(RuleField.NEWER), line.value(RuleField.NEWER)));
    }

    private String pointer(RuleField field) {
      return at + field.pointer();
    }

    private BigDecimal decimal(RuleField field) {
      return number(pointer(field), line.value(field));
    }

    /** 0 where nothing was typed: where that will not do, the check of the recipe says so. */
    private int whole(RuleField field) {
      Integer number = DraftRecipe.this.whole(pointer(field), line.value(field));
      return number == null ? 0 : number;
    }

    private Instant time(RuleField field) {
      String text = line.value(field);
      try {
        return text.isEmpty() ? null : LocalDateTime.parse(text).atZone(zone).toInstant();
      } catch (DateTimeException wrong) {
        faults.put(pointer(field), "must be a time such as 2026-11-24T10:00, but is " + text);
        return null;
      }
    }
  }

  private Integer whole(String at, String text) {
    if (text.isEmpty() || text.matches("-?\\d{1,9}")) {
      return text.isEmpty() ? null : Integer.valueOf(text);
    }
    faults.put(at, "must be a whole number, but is " + text);
    return null;
  }

  private BigDecimal number(String at, String text) {
    String plain = text.replace(',', '.');
    if (plain.isEmpty() || plain.matches("-?\\d{1,12}(\\.\\d{1,6})?")) {
      return plain.isEmpty() ? null : new BigDecimal(plain);
    }
    faults.put(at, "must be a number, but is " + text);
    return null;
  }

  static List<String> ids(String text) {
    return Arrays.stream(text.split("[,\\s]+", -1)).filter(id -> !id.isEmpty()).toList();
  }

  private static List<String> lines(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }
}
