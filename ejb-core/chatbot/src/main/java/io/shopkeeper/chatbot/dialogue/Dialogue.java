package io.shopkeeper.chatbot.dialogue;

import io.shopkeeper.catalog.boundary.OrderData;
import io.shopkeeper.chatbot.boundary.ChatTraining;
import io.shopkeeper.nlp.intent.IntentGuess;
import io.shopkeeper.nlp.intent.IntentModel;
import io.shopkeeper.nlp.text.TextLanguage;
import io.shopkeeper.platform.boundary.PromotedModel;
import io.shopkeeper.platform.boundary.PromotedModels;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The policy of the dialogue: which errand a text is for. The intent model decides where it is
 * sure; an order number that stands alone goes on with what was spoken of, the name of a product
 * searches for it; else the shopper is asked.
 */
@ApplicationScoped
public class Dialogue {

  /** The intent of a text that nothing was sure about. */
  static final String UNSURE = "unsure";

  /** The intent of a text that came before there was a model. */
  static final String LEARNING = "learning";

  /** The model that understands what is said. */
  private static final PromotedModel.Kind<IntentModel> INTENTS =
      new PromotedModel.Kind<>(ChatTraining.MODEL, IntentModel::read, "SHOP-5001", "SHOP-5002");

  private static final Set<String> ABOUT_ORDERS = Set.of("order_status", "return_item");

  @Inject private PromotedModels models;
  @Inject private OwnOrders orders;
  @Inject private ProductTopic topics;
  @Inject @Any private Instance<Errand> errands;

  /** The first words of a conversation. */
  public Reply greeting(Locale locale, Optional<String> customerId) {
    return new Reply(
        Phrases.say(locale, "greeting"),
        List.of(),
        customerId.isPresent()
            ? Phrases.replies(locale, "order", "return", "recommend")
            : Phrases.replies(locale, "recommend", "return", "order"),
        null,
        1,
        "greeting");
  }

  /**
   * What a text means.
   *
   * @param productId the product whose page is open; null if none
   * @param spoken the language of the conversation up to now
   */
  public Turn understand(
      String text,
      String productId,
      Locale spoken,
      Optional<String> customerId,
      Optional<String> visitorId,
      Optional<String> previousIntent) {
    Locale locale =
        switch (TextLanguage.of(text)) {
          case CHINESE -> Locale.SIMPLIFIED_CHINESE;
          case ENGLISH -> Locale.ENGLISH;
          case UNKNOWN -> spoken;
        };
    Optional<OrderData> order = customerId.flatMap(customer -> orders.named(text, customer));
    Optional<IntentModel> model = models.current(INTENTS).map(PromotedModel.Serving::model);
    String intent = LEARNING;
    double confidence = 0;
    if (model.isPresent()) {
      IntentGuess guess = model.get().guess(text);
      intent = guess.sure() ? guess.intent() : UNSURE;
      confidence = guess.confidence();
    }
    if (order.isPresent() && !ABOUT_ORDERS.contains(intent)) {
      intent = previousIntent.filter(ABOUT_ORDERS::contains).orElse("order_status");
      confidence = 1;
    }
    if (intent.equals(UNSURE) && !topics.products(text, locale).isEmpty()) {
      intent = "find_product";
    }
    // A number alone, such as a tapped order, has no language of its own.
    boolean bare = order.isPresent() && text.strip().length() <= order.get().id().length() + 8;
    return new Turn(
        text,
        bare ? spoken : locale,
        customerId,
        visitorId,
        Optional.ofNullable(productId),
        order,
        previousIntent,
        intent,
        confidence);
  }

  /** The answer. */
  public Reply answer(Turn turn) {
    return errands.stream()
        .filter(errand -> errand.intents().contains(turn.intent()))
        .findFirst()
        .or(() -> errands.stream().filter(e -> e.intents().contains(UNSURE)).findFirst())
        .orElseThrow()
        .answer(turn);
  }
}
