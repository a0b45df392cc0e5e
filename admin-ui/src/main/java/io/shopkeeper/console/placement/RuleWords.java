package io.shopkeeper.console.placement;

import io.shopkeeper.console.frame.Formats;
import io.shopkeeper.console.frame.Titles;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.recommendation.boundary.recipe.ProductFilter;
import io.shopkeeper.recommendation.boundary.recipe.Rule;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Rules in a sentence. */
@RequestScoped
public class RuleWords {

  private static final int NAMED = 3;

  @Inject private Words words;
  @Inject private Formats formats;
  @Inject private Titles titles;

  /** What a rule does. */
  String says(Rule rule) {
    return switch (rule) {
      case Rule.Pin pin -> words.format("ruleSays.PIN", titles.of(pin.product()), pin.place());
      case Rule.Boost boost -> boost(boost);
      case Rule.Bury bury -> words.format("ruleSays.BURY", filter(bury.filter()));
      case Rule.Exclude exclude -> words.format("ruleSays.EXCLUDE", filter(exclude.filter()));
      case Rule.Only only -> words.format("ruleSays.ONLY", filter(only.filter()));
      case Rule.Cap cap -> words.format("ruleSays.CAP." + cap.trait().word(), cap.most());
      case Rule.Available time -> available(time);
      case Rule.HideCart cart ->
          cart.days() == 0
              ? words.format("ruleSays.HIDE_CART.always")
              : words.format("ruleSays.HIDE_CART", cart.days());
      case Rule.HideBought bought ->
          bought.againCategories().isEmpty()
              ? words.format("ruleSays.HIDE_BOUGHT")
              : words.format(
                  "ruleSays.HIDE_BOUGHT.again",
                  list(bought.againCategories()),
                  bought.againAfterDays());
    };
  }

  private String boost(Rule.Boost boost) {
    String factor =
        BigDecimal.ONE
            .add(BigDecimal.valueOf(boost.strength()))
            .stripTrailingZeros()
            .toPlainString();
    return words.format(
        "ruleSays.BOOST." + boost.by().word(), filter(boost.filter()), "×" + factor);
  }

  private String available(Rule.Available time) {
    String products = filter(time.filter());
    if (time.from() == null) {
      return words.format("ruleSays.AVAILABLE.until", products, formats.time(time.until()));
    }
    return time.until() == null
        ? words.format("ruleSays.AVAILABLE.from", products, formats.time(time.from()))
        : words.format(
            "ruleSays.AVAILABLE", products, formats.time(time.from()), formats.time(time.until()));
  }

  /** Which products a filter means. */
  String filter(ProductFilter filter) {
    if (filter.isOpen()) {
      return words.format("filter.all");
    }
    List<String> parts = new ArrayList<>();
    if (!filter.products().isEmpty()) {
      titles.learn(filter.products());
      parts.add(list(filter.products().stream().map(titles::of).toList()));
    }
    if (!filter.categories().isEmpty()) {
      parts.add(words.format("filter.categories", list(filter.categories())));
    }
    if (!filter.brands().isEmpty()) {
      parts.add(words.format("filter.brands", list(filter.brands())));
    }
    if (filter.priceFrom() != null) {
      parts.add(words.format("filter.priceFrom", filter.priceFrom().toPlainString()));
    }
    if (filter.priceTo() != null) {
      parts.add(words.format("filter.priceTo", filter.priceTo().toPlainString()));
    }
    if (filter.stockTo() != null) {
      parts.add(words.format("filter.stockTo", filter.stockTo()));
    }
    if (filter.newerThanDays() != null) {
      parts.add(words.format("filter.newer", filter.newerThanDays()));
    }
    return String.join(words.format("filter.and"), parts);
  }

  private String list(List<String> names) {
    String first =
        names.stream().limit(NAMED).collect(Collectors.joining(words.format("filter.or")));
    return names.size() > NAMED ? words.format("filter.more", first, names.size() - NAMED) : first;
  }
}
