package io.shopkeeper.web.storefront;

/**
 * A product as a small card.
 *
 * @param why why it is shown; empty where nothing has to be said
 * @param url its page
 */
public record ProductCard(
    String id, String title, String price, String imageUrl, String why, String url) {}
