package io.shopkeeper.recommendation.pipeline;

import io.shopkeeper.catalog.boundary.EventType;
import java.util.Locale;

/** Why a product is shown, as a code for programs and in words for people. */
public record Reason(String code, String key, String subject) {

  static Reason trending() {
    return new Reason("trending", "trending", "");
  }

  static Reason popular() {
    return new Reason("popular", "popular", "");
  }

  /** The model ranks it for this visitor, and cannot say for which single product. */
  static Reason personal() {
    return new Reason("for_you", "personal", "");
  }

  static Reason available() {
    return new Reason("in_assortment", "available", "");
  }

  /** The shop put it there. */
  static Reason picked() {
    return new Reason("picked", "picked", "");
  }

  static Reason fresh() {
    return new Reason("new", "fresh", "");
  }

  /** Like a product by its words. */
  static Reason alike(String productId) {
    return new Reason("alike:" + productId, "alike", productId);
  }

  static Reason similarTo(String productId) {
    return new Reason("similar_to:" + productId, "similar", productId);
  }

  static Reason boughtWith(String productId) {
    return new Reason("bought_with:" + productId, "together", productId);
  }

  static Reason because(EventType signal, String productId) {
    String act =
        switch (signal) {
          case PURCHASE -> "bought";
          case RATING -> "rated";
          case CART -> "cart";
          case FAVOURITE -> "favourite";
          case VIEW, CLICK, REMOVE_FROM_CART, SEARCH, RETURN, MESSAGE -> "viewed";
        };
    return new Reason("similar_to_" + act + ":" + productId, act, productId);
  }

  /** The words; the subject's title is put in where the sentence has a place for it. */
  public String text(Shelf shelf, Locale locale) {
    String title = subject.isEmpty() ? "" : shelf.title(subject, locale).orElse(subject);
    return ReasonWords.in(locale).sentence(key, title);
  }
}
