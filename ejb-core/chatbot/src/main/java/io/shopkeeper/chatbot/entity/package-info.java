/** What the chat keeps. Only this module's stores touch it. */
package io.shopkeeper.chatbot.entity;
