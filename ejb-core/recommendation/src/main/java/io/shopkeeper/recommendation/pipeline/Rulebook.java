package io.shopkeeper.recommendation.pipeline;

import io.shopkeeper.recommendation.boundary.recipe.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules of a recipe, ready to be applied: each kind in one place. Immutable and safe for use by
 * several threads.
 */
public final class Rulebook {

  private static final double DAY = 86_400_000;
  private static final double HALF_OF_NEWNESS_DAYS = 14;
  private static final double HALF_OF_STOCK = 20;

  private final List<Hiding> hiding = new ArrayList<>();
  private final List<Weighing> weighing = new ArrayList<>();
  private final List<Burying> burying = new ArrayList<>();
  private final List<Capping> caps = new ArrayList<>();
  private final List<Pinning> pins = new ArrayList<>();

  /** Whether a rule hides a product from somebody. */
  @FunctionalInterface
  interface Hides {
    boolean test(Article article, Ask ask);
  }

  /** A rule that hides, and its place among the rules. */
  record Hiding(int rule, Hides hides) {}

  /** A rule that weighs. */
  record Weighing(int rule, Rule.Boost boost, Selection of) {

    /** 1 for a product that it does not concern. */
    double factor(Article article, Instant now) {
      return of.has(article, now) ? 1 + boost.strength() * quality(article, now) : 1;
    }

    private double quality(Article article, Instant now) {
      return switch (boost.by()) {
        case MATCH -> 1;
        case MARGIN -> Double.isNaN(article.margin()) ? 0 : article.margin();
        case STOCK -> article.stock() / (article.stock() + HALF_OF_STOCK);
        case NEWNESS -> Math.pow(0.5, article.daysOnSale(now) / HALF_OF_NEWNESS_DAYS);
      };
    }
  }

  /** A rule that buries. */
  record Burying(int rule, Selection of) {}

  /** A rule that caps. */
  record Capping(int rule, Rule.Cap cap) {}

  /** A rule that pins. */
  record Pinning(int rule, Rule.Pin pin) {}

  public Rulebook(List<Rule> rules) {
    for (int i = 0; i < rules.size(); i++) {
      take(i, rules.get(i));
    }
  }

  private void take(int at, Rule rule) {
    switch (rule) {
      case Rule.Pin pin -> pins.add(new Pinning(at, pin));
      case Rule.Bury bury -> burying.add(new Burying(at, new Selection(bury.filter())));
      case Rule.Boost boost -> weighing.add(new Weighing(at, boost, new Selection(boost.filter())));
      case Rule.Cap cap -> caps.add(new Capping(at, cap));
      case Rule.Only only -> hide(at, only(new Selection(only.filter())));
      case Rule.Exclude exclude -> hide(at, exclude(new Selection(exclude.filter())));
      case Rule.HideCart cart -> hide(at, hideCart(cart));
      case Rule.HideBought bought -> hide(at, hideBought(bought));
      case Rule.Available time -> hide(at, available(time, new Selection(time.filter())));
    }
  }

  private void hide(int at, Hides hides) {
    hiding.add(new Hiding(at, hides));
  }

  private static Hides only(Selection of) {
    return (article, ask) -> !of.has(article, ask.now());
  }

  private static Hides exclude(Selection of) {
    return (article, ask) -> of.has(article, ask.now());
  }

  private static Hides hideCart(Rule.HideCart rule) {
    return (article, ask) -> {
      if (ask.taste().cart().isEmpty()) {
        return false;
      }
      Long since = ask.taste().cart().get(article.id());
      return since != null && (rule.days() == 0 || ageDays(since, ask) <= rule.days());
    };
  }

  private static Hides hideBought(Rule.HideBought rule) {
    return (article, ask) -> {
      if (ask.taste().consumed().isEmpty()) {
        return false;
      }
      Long since = ask.taste().consumed().get(article.id());
      return since != null
          && !(Selection.isIn(rule.againCategories(), article)
              && ageDays(since, ask) >= rule.againAfterDays());
    };
  }

  private static Hides available(Rule.Available time, Selection of) {
    return (article, ask) ->
        of.has(article, ask.now())
            && ((time.from() != null && ask.now().isBefore(time.from()))
                || (time.until() != null && !ask.now().isBefore(time.until())));
  }

  private static double ageDays(long since, Ask ask) {
    return (ask.now().toEpochMilli() - since) / DAY;
  }

  /** The first rule that hides a product; −1 if none does. */
  int hiding(Article article, Ask ask) {
    for (Hiding one : hiding) {
      if (one.hides().test(article, ask)) {
        return one.rule();
      }
    }
    return -1;
  }

  /** The first rule that buries a product; −1 if none does. */
  int burying(Article article, Instant now) {
    for (Burying one : burying) {
      if (one.of().has(article, now)) {
        return one.rule();
      }
    }
    return -1;
  }

  /** Lets every rule that weighs do so. */
  void weigh(Candidate candidate, Instant now) {
    for (Weighing one : weighing) {
      double factor = one.factor(candidate.article(), now);
      if (factor != 1) {
        candidate.weigh(one.rule(), factor);
      }
    }
  }

  List<Capping> caps() {
    return caps;
  }

  List<Pinning> pins() {
    return pins;
  }
}
