package io.shopkeeper.console.placement;

import io.shopkeeper.recommendation.boundary.recipe.ProductFilter;
import io.shopkeeper.recommendation.boundary.recipe.Rule;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Map;

/** A rule as texts of a form. Times stand in the reader's zone. */
final class RuleTexts {

  private final ZoneId zone;

  RuleTexts(ZoneId zone) {
    this.zone = zone;
  }

  RecipeDraft.RuleLine of(Rule rule) {
    Map<RuleField, String> values = new EnumMap<>(RuleField.class);
    switch (rule) {
      case Rule.Pin pin -> {
        values.put(RuleField.PRODUCT, pin.product());
        values.put(RuleField.PLACE, "" + pin.place());
      }
      case Rule.Boost boost -> {
        values.put(RuleField.BY, boost.by().word());
        values.put(
            RuleField.STRENGTH,
            BigDecimal.valueOf(boost.strength()).stripTrailingZeros().toPlainString());
        filter(values, boost.filter());
      }
      case Rule.Bury bury -> filter(values, bury.filter());
      case Rule.Exclude exclude -> filter(values, exclude.filter());
      case Rule.Only only -> filter(values, only.filter());
      case Rule.Cap cap -> {
        values.put(RuleField.TRAIT, cap.trait().word());
        values.put(RuleField.MOST, "" + cap.most());
      }
      case Rule.Available time -> {
        values.put(RuleField.FROM, text(time.from()));
        values.put(RuleField.UNTIL, text(time.until()));
        filter(values, time.filter());
      }
      case Rule.HideCart cart -> values.put(RuleField.DAYS, "" + cart.days());
      case Rule.HideBought bought -> {
        values.put(RuleField.AGAIN_CATEGORIES, String.join("\n", bought.againCategories()));
        values.put(RuleField.AGAIN_DAYS, "" + bought.againAfterDays());
      }
    }
    return new RecipeDraft.RuleLine(RuleKind.of(rule), values);
  }

  private static void filter(Map<RuleField, String> values, ProductFilter filter) {
    values.put(RuleField.PRODUCTS, String.join(", ", filter.products()));
    values.put(RuleField.CATEGORIES, String.join("\n", filter.categories()));
    values.put(RuleField.BRANDS, String.join("\n", filter.brands()));
    values.put(RuleField.PRICE_FROM, text(filter.priceFrom()));
    values.put(RuleField.PRICE_TO, text(filter.priceTo()));
    values.put(RuleField.STOCK_TO, text(filter.stockTo()));
    values.put(RuleField.NEWER, text(filter.newerThanDays()));
  }

  private static String text(BigDecimal number) {
    return number == null ? "" : number.toPlainString();
  }

  private static String text(Integer number) {
    return number == null ? "" : number.toString();
  }

  private String text(Instant time) {
    return time == null
        ? ""
        : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(LocalDateTime.ofInstant(time, zone));
  }
}
