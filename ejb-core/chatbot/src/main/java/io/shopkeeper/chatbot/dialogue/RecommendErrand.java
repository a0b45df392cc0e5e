package io.shopkeeper.chatbot.dialogue;

import io.shopkeeper.catalog.boundary.ProductData;
import io.shopkeeper.catalog.boundary.Products;
import io.shopkeeper.chatbot.boundary.ChatCard;
import io.shopkeeper.recommendation.boundary.RecommendationAnswer;
import io.shopkeeper.recommendation.boundary.RecommendationRequest;
import io.shopkeeper.recommendation.boundary.RecommendedProduct;
import io.shopkeeper.recommendation.boundary.Recommender;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** "What do you recommend?" and "Do you have …?": the recommender and the catalogue answer. */
@ApplicationScoped
class RecommendErrand implements Errand {

  private static final int SHOWN = 4;
  private static final int LOOKED_AT = 100;

  @Inject private Recommender recommender;
  @Inject private Products products;
  @Inject private ProductTopic topics;

  @Override
  public Set<String> intents() {
    return Set.of("recommend", "find_product");
  }

  @Override
  public Reply answer(Turn turn) {
    List<ProductData> named = topics.products(turn.text(), turn.locale());
    boolean search = turn.intent().equals("find_product");
    if (named.isEmpty()) {
      return search ? nothing(turn) : recommend(turn);
    }
    return show(turn, named, search);
  }

  /** The named products, those that suit the shopper first. */
  private Reply show(Turn turn, List<ProductData> named, boolean search) {
    RecommendationAnswer suited = recommender.recommend(request(turn, LOOKED_AT));
    Map<String, String> reasons = new LinkedHashMap<>();
    suited.items().forEach(item -> reasons.put(item.productId(), item.reasonText()));
    List<ProductData> ordered = new ArrayList<>();
    if (!search) {
      named.stream().filter(product -> reasons.containsKey(product.id())).forEach(ordered::add);
    }
    named.stream().filter(product -> !ordered.contains(product)).forEach(ordered::add);
    List<ChatCard> shown =
        ordered.stream()
            .limit(SHOWN)
            .map(
                product ->
                    ProductCards.of(
                        product,
                        search ? "" : reasons.getOrDefault(product.id(), ""),
                        turn.locale()))
            .toList();
    return Reply.cards(
        turn,
        Phrases.say(turn.locale(), search ? "find.found" : "recommend.topic"),
        search ? "catalogue" : source(suited) + ", catalogue",
        Phrases.replies(turn.locale(), search ? "recommend" : "popular"),
        shown);
  }

  private Reply recommend(Turn turn) {
    RecommendationAnswer answer = recommender.recommend(request(turn, SHOWN));
    Locale locale = turn.locale();
    List<ChatCard> shown = cards(answer.items(), locale);
    if (shown.isEmpty()) {
      return Reply.words(turn, Phrases.say(locale, "recommend.nothing"), source(answer), List.of());
    }
    return Reply.cards(
        turn,
        Phrases.say(locale, answer.fallback() ? "recommend.popular" : "recommend.you"),
        source(answer),
        Phrases.replies(locale, "order", "return"),
        shown);
  }

  private Reply nothing(Turn turn) {
    RecommendationAnswer trending = recommender.trending(SHOWN, null, turn.locale());
    List<ChatCard> shown = cards(trending.items(), turn.locale());
    return Reply.cards(
        turn,
        Phrases.say(turn.locale(), shown.isEmpty() ? "find.nothing" : "find.instead"),
        "catalogue",
        Phrases.replies(turn.locale(), "recommend"),
        shown);
  }

  private List<ChatCard> cards(List<RecommendedProduct> items, Locale locale) {
    Map<String, ProductData> found =
        products.findAll(items.stream().map(RecommendedProduct::productId).toList());
    return items.stream()
        .filter(item -> found.containsKey(item.productId()))
        .map(item -> ProductCards.of(found.get(item.productId()), item.reasonText(), locale))
        .toList();
  }

  private static RecommendationRequest request(Turn turn, int n) {
    return new RecommendationRequest(
        turn.customerId().orElse(null),
        turn.visitorId().orElse(null),
        null,
        turn.productId().orElse(null),
        "chat",
        n,
        Set.of(),
        null,
        turn.locale());
  }

  private static String source(RecommendationAnswer answer) {
    return answer.modelVersion() == null
        ? "trending products"
        : "recommendation v" + answer.modelVersion();
  }
}
