/**
 * What the assistant says: {@link io.shopkeeper.chatbot.dialogue.Dialogue} understands a text and
 * hands it to the {@link io.shopkeeper.chatbot.dialogue.Errand} that answers it from the shop's
 * data.
 */
package io.shopkeeper.chatbot.dialogue;
