/**
 * The chat as others use it: open a session, say something, read it again; train its intents.
 *
 * <pre>{@code
 * ChatSessionView session = chat.open(Locale.ENGLISH, null, "v-1");
 * ChatMessage answer = chat.say(session.id(), "where is my order", null);
 * }</pre>
 */
package io.shopkeeper.chatbot.boundary;
