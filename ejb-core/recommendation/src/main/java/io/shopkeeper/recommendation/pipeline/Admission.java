package io.shopkeeper.recommendation.pipeline;

import java.util.Optional;
import java.util.function.Predicate;

/** Whether a product may be in an answer at all, and if not, why. For one answer. */
public final class Admission implements Predicate<Article> {

  private final Shelf shelf;
  private final Rulebook rules;
  private final Ask ask;

  Admission(Shelf shelf, Rulebook rules, Ask ask) {
    this.shelf = shelf;
    this.rules = rules;
    this.ask = ask;
  }

  /** Why a product is not admitted. */
  public enum Cause {
    /** The shop does not have it. */
    UNKNOWN,
    /** It is off sale, out of stock, or not on sale yet. */
    NOT_SOLD,
    /** Not of the category that the caller wants. */
    OTHER_CATEGORY,
    /** The caller does not want it. */
    UNWANTED,
    /** It is the product of the page. */
    ON_THE_PAGE,
    /** A rule hides it. */
    RULE
  }

  /**
   * That a product is not admitted.
   *
   * @param rule from 0; −1 if it was none
   */
  public record Refusal(Cause cause, int rule) {}

  @Override
  public boolean test(Article article) {
    return basics(article) == null && rules.hiding(article, ask) < 0;
  }

  /** Why it is not admitted; empty if it is. */
  public Optional<Refusal> refusal(String productId) {
    Article article = shelf.get(productId);
    if (article == null) {
      return Optional.of(new Refusal(Cause.UNKNOWN, -1));
    }
    Cause cause = basics(article);
    if (cause != null) {
      return Optional.of(new Refusal(cause, -1));
    }
    int rule = rules.hiding(article, ask);
    return rule < 0 ? Optional.empty() : Optional.of(new Refusal(Cause.RULE, rule));
  }

  /**
   * Null if nothing but a rule can speak against it; no Optional, for it is asked of every item.
   */
  private Cause basics(Article article) {
    if (!article.isSold(ask.now())) {
      return Cause.NOT_SOLD;
    }
    if (ask.categoryPath() != null && !article.isIn(ask.categoryPath())) {
      return Cause.OTHER_CATEGORY;
    }
    if (article.id().equals(ask.productId())) {
      return Cause.ON_THE_PAGE;
    }
    return ask.exclude().contains(article.id()) ? Cause.UNWANTED : null;
  }
}
