package io.shopkeeper.recommendation.boundary.recipe;

import io.shopkeeper.ml.algorithm.WrongOptionException;
import io.shopkeeper.ml.diversity.Diversification;
import io.shopkeeper.platform.boundary.FieldError;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Finds every fault of a recipe. For one thread. */
final class RecipeCheck {

  private static final int MOST_PRODUCTS = 1000;
  private static final int MOST = 100;

  private final List<FieldError> errors = new ArrayList<>();

  private RecipeCheck() {}

  /** The faults, each with its place in the document; empty for a recipe that can be used. */
  static List<FieldError> check(Recipe recipe) {
    var check = new RecipeCheck();
    check.sources(recipe);
    check.rules(recipe.rules());
    if (recipe.n() != null) {
      check.within("/n", recipe.n(), 1, MOST);
    }
    if (recipe.explore() != null
        && !(recipe.explore() >= 0 && recipe.explore() <= Recipe.MOST_EXPLORE)) {
      check.fault("/explore", "must be 0 to 0.2, but is " + recipe.explore());
    }
    if (recipe.diversify() != null) {
      try {
        Diversification.parse(recipe.diversify());
      } catch (WrongOptionException wrong) {
        check.fault("/diversify", wrong.problem());
      }
    }
    return check.errors;
  }

  private void sources(Recipe recipe) {
    if (recipe.sources().isEmpty() && recipe.fallback().isEmpty()) {
      fault("/sources", "is empty, and so is fallback: name at least one source");
    }
    Set<SourceKind> seen = EnumSet.noneOf(SourceKind.class);
    for (int i = 0; i < recipe.sources().size(); i++) {
      SourceShare share = recipe.sources().get(i);
      String at = "/sources/" + i;
      if (share.source() == null) {
        fault(at + "/source", "is missing");
        continue;
      }
      if (!seen.add(share.source())) {
        fault(at + "/source", "is there twice: give it one weight");
      }
      if (!(share.weight() > 0 && share.weight() <= MOST)) {
        fault(at + "/weight", "must be greater than 0 and 100 at most, but is " + share.weight());
      }
      boolean picks = share.source() == SourceKind.PICKS;
      if (picks == share.products().isEmpty()) {
        fault(
            at + "/products",
            picks ? "is empty: name the products" : "is only for the source picks");
      }
      few(at + "/products", share.products());
    }
    Set<SourceKind> behind = EnumSet.noneOf(SourceKind.class);
    for (int i = 0; i < recipe.fallback().size(); i++) {
      if (recipe.fallback().get(i) == SourceKind.PICKS) {
        fault("/fallback/" + i, "cannot be picks: name it among the sources");
      } else if (!behind.add(recipe.fallback().get(i))) {
        fault("/fallback/" + i, "is there twice");
      }
    }
  }

  private void rules(List<Rule> rules) {
    if (rules.size() > Recipe.MOST_RULES) {
      fault("/rules", "has %d, but may have %d".formatted(rules.size(), Recipe.MOST_RULES));
    }
    for (int i = 0; i < rules.size(); i++) {
      rule("/rules/" + i, rules.get(i));
    }
  }

  private void rule(String at, Rule rule) {
    switch (rule) {
      case Rule.Pin pin -> {
        if (pin.product() == null || pin.product().isBlank()) {
          fault(at + "/product", "is missing");
        }
        within(at + "/place", pin.place(), 1, MOST);
      }
      case Rule.Bury bury -> some(at, bury.filter());
      case Rule.Boost boost -> {
        filter(at, boost.filter());
        if (boost.by() == Rule.Quality.MATCH) {
          some(at, boost.filter());
        }
        if (!(boost.strength() >= -1 && boost.strength() <= 10) || boost.strength() == 0) {
          fault(at + "/strength", "must be −1 to 10 and not 0, but is " + boost.strength());
        }
      }
      case Rule.Only only -> some(at, only.filter());
      case Rule.Exclude exclude -> some(at, exclude.filter());
      case Rule.Cap cap -> {
        if (cap.trait() == null) {
          fault(at + "/trait", "is missing: brand or category");
        }
        within(at + "/most", cap.most(), 1, MOST);
      }
      case Rule.HideCart cart -> within(at + "/days", cart.days(), 0, 3650);
      case Rule.HideBought bought -> {
        within(at + "/againAfterDays", bought.againAfterDays(), 0, 3650);
        few(at + "/againCategories", bought.againCategories());
      }
      case Rule.Available time -> {
        some(at, time.filter());
        if (time.from() == null && time.until() == null) {
          fault(at + "/from", "is missing, and so is until: give one of them");
        } else if (time.from() != null
            && time.until() != null
            && !time.from().isBefore(time.until())) {
          fault(at + "/until", "is not after from");
        }
      }
    }
  }

  private void some(String at, ProductFilter filter) {
    filter(at, filter);
    if (filter.isOpen()) {
      fault(at + "/filter", "has no condition, so it would mean every product");
    }
  }

  private void filter(String at, ProductFilter filter) {
    few(at + "/filter/products", filter.products());
    few(at + "/filter/categories", filter.categories());
    few(at + "/filter/brands", filter.brands());
    if (filter.stockTo() != null) {
      within(at + "/filter/stockTo", filter.stockTo(), 0, Integer.MAX_VALUE);
    }
    if (filter.newerThanDays() != null) {
      within(at + "/filter/newerThanDays", filter.newerThanDays(), 1, 3650);
    }
    if (filter.priceFrom() != null
        && filter.priceTo() != null
        && filter.priceFrom().compareTo(filter.priceTo()) > 0) {
      fault(at + "/filter/priceTo", "is below priceFrom");
    }
  }

  private void few(String at, List<String> values) {
    if (values.size() > MOST_PRODUCTS) {
      fault(at, "has %d, but may have %d".formatted(values.size(), MOST_PRODUCTS));
    }
  }

  private void within(String at, int value, int least, int most) {
    if (value < least || value > most) {
      fault(at, "must be %d to %d, but is %d".formatted(least, most, value));
    }
  }

  private void fault(String at, String message) {
    errors.add(new FieldError(at, message));
  }
}
