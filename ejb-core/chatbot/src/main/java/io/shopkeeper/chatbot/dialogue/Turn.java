package io.shopkeeper.chatbot.dialogue;

import io.shopkeeper.catalog.boundary.OrderData;
import java.util.Locale;
import java.util.Optional;

/**
 * What was said, by whom, understood as what.
 *
 * @param locale of the text, else of the conversation
 * @param customerId whom the shop vouched for
 * @param productId the product whose page is open
 * @param order the shopper's own order that the text names
 * @param previousIntent of the assistant's last message
 * @param intent the intent that is followed
 * @param confidence of the intent, 0 to 1
 */
public record Turn(
    String text,
    Locale locale,
    Optional<String> customerId,
    Optional<String> visitorId,
    Optional<String> productId,
    Optional<OrderData> order,
    Optional<String> previousIntent,
    String intent,
    double confidence) {}
