/** The intent model that serves. */
package io.shopkeeper.chatbot.serving;
