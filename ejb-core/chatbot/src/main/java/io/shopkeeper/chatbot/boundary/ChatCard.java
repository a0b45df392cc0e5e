package io.shopkeeper.chatbot.boundary;

/**
 * A product in a conversation.
 *
 * @param price with its currency, as people of the language write it
 * @param imageUrl null if there is no picture
 * @param url its page; null if the shop has not said where its pages are
 * @param why the reason it is shown; empty if it was asked for
 */
public record ChatCard(
    String productId, String title, String price, String imageUrl, String url, String why) {}
