package io.shopkeeper.chatbot.dialogue;

import io.shopkeeper.catalog.boundary.ProductData;
import io.shopkeeper.chatbot.boundary.ChatCard;
import java.util.Locale;

/** Makes cards of products. */
final class ProductCards {

  private ProductCards() {}

  static ChatCard of(ProductData product, String why, Locale locale) {
    return new ChatCard(
        product.id(),
        product.title(locale),
        Phrases.money(locale, product.price(), product.currency()),
        product.imageUrl(),
        product.page().orElse(null),
        why);
  }
}
