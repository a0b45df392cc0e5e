package io.shopkeeper.chatbot.dialogue;

import java.util.Set;

/** Answers what shoppers want of one kind, from the shop's data and from nothing else. */
interface Errand {

  /** The intents that it answers. */
  Set<String> intents();

  /** The answer. */
  Reply answer(Turn turn);
}
