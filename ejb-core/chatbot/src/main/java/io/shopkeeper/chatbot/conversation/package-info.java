/** Keeps conversations. */
package io.shopkeeper.chatbot.conversation;
