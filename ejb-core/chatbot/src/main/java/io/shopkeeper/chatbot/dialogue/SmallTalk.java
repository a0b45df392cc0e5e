package io.shopkeeper.chatbot.dialogue;

import io.shopkeeper.chatbot.boundary.ChatPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Greetings, thanks, what the assistant is, how a person is reached, and what it cannot do. */
@ApplicationScoped
class SmallTalk implements Errand {

  @Inject private ChatPolicy policies;

  @Override
  public Set<String> intents() {
    return Set.of(
        "greet",
        "thanks",
        "goodbye",
        "capabilities",
        "human",
        "other",
        Dialogue.UNSURE,
        Dialogue.LEARNING);
  }

  @Override
  public Reply answer(Turn turn) {
    Locale locale = turn.locale();
    List<String> errands = Phrases.replies(locale, "order", "return", "recommend");
    return switch (turn.intent()) {
      case "greet" -> words(turn, "greeting.again", errands);
      case "thanks" -> words(turn, "thanks", List.of());
      case "goodbye" -> words(turn, "goodbye", List.of());
      case "capabilities" -> words(turn, "capabilities", errands);
      case "human" -> Reply.words(turn, contact(locale), "contact of the shop", List.of());
      case "other" -> words(turn, "other", errands);
      case Dialogue.LEARNING -> words(turn, "learning", List.of());
      default -> unsure(turn, errands);
    };
  }

  /** The second time in a row the way to a person is told. */
  private Reply unsure(Turn turn, List<String> errands) {
    boolean again = turn.previousIntent().filter(Dialogue.UNSURE::equals).isPresent();
    return again
        ? Reply.words(
            turn,
            Phrases.say(turn.locale(), "unsure.again", contact(turn.locale())),
            "contact of the shop",
            errands)
        : words(turn, "unsure", errands);
  }

  private String contact(Locale locale) {
    String contact = policies.read().contact(locale);
    return contact.isEmpty()
        ? Phrases.say(locale, "human.unset")
        : Phrases.say(locale, "human", contact);
  }

  private static Reply words(Turn turn, String key, List<String> replies) {
    return Reply.words(turn, Phrases.say(turn.locale(), key), "phrase " + key, replies);
  }
}
