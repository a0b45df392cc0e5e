package io.shopkeeper.chatbot.dialogue;

import io.shopkeeper.catalog.boundary.OrderData;
import io.shopkeeper.catalog.boundary.OrderLine;
import io.shopkeeper.catalog.boundary.OrderStatus;
import io.shopkeeper.catalog.boundary.ProductData;
import io.shopkeeper.catalog.boundary.Products;
import io.shopkeeper.chatbot.boundary.ChatPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** "How do I return this?": the shop's policy, and what of the customer's orders it covers. */
@ApplicationScoped
class ReturnErrand implements Errand {

  private static final int SHOWN = 5;

  @Inject private OwnOrders orders;
  @Inject private Products products;
  @Inject private ChatPolicy policies;
  @Inject private Clock clock;

  /** A bought product with the last moment to return it. */
  private record Returnable(String productId, OrderData order, Instant until) {}

  @Override
  public Set<String> intents() {
    return Set.of("return_item");
  }

  @Override
  public Reply answer(Turn turn) {
    Locale locale = turn.locale();
    ChatPolicy.Policy policy = policies.read();
    List<String> lines = new ArrayList<>();
    if (turn.customerId().isEmpty()) {
      lines.add(general(policy, locale));
      lines.add(steps(policy, locale));
      lines.add(Phrases.say(locale, "return.signIn"));
    } else {
      List<OrderData> mine =
          turn.order().map(List::of).orElseGet(() -> orders.newest(turn.customerId().get()));
      Optional<String> about = turn.order().isPresent() ? Optional.empty() : turn.productId();
      about.flatMap(id -> aboutThis(id, mine, policy, locale)).ifPresent(lines::add);
      if (lines.isEmpty()) {
        lines.add(general(policy, locale));
        lines.addAll(returnable(mine, policy, locale));
      }
      lines.add(steps(policy, locale));
    }
    return Reply.words(
        turn,
        String.join("\n", lines),
        turn.customerId().isPresent() ? "return policy, orders of the customer" : "return policy",
        Phrases.replies(locale, "order", "human"));
  }

  private static String general(ChatPolicy.Policy policy, Locale locale) {
    return policy.returnDays() == null
        ? Phrases.say(locale, "return.days.unset")
        : Phrases.say(locale, "return.days", policy.returnDays());
  }

  private static String steps(ChatPolicy.Policy policy, Locale locale) {
    String steps = policy.returnSteps(locale);
    return steps.isEmpty()
        ? Phrases.say(locale, "return.steps.unset")
        : Phrases.say(locale, "return.steps", steps);
  }

  /** About the product whose page is open; empty if it cannot be said without a policy. */
  private Optional<String> aboutThis(
      String productId, List<OrderData> mine, ChatPolicy.Policy policy, Locale locale) {
    Optional<ProductData> product = products.find(productId);
    if (product.isEmpty() || policy.returnDays() == null) {
      return Optional.empty();
    }
    String title = product.get().title(locale);
    Optional<OrderData> bought =
        mine.stream().filter(order -> contains(order, productId)).findFirst();
    if (bought.isEmpty()) {
      return Optional.of(
          Phrases.say(locale, "return.this.notBought", title) + "\n" + general(policy, locale));
    }
    OrderData order = bought.get();
    if (order.status() != OrderStatus.DELIVERED) {
      return Optional.of(Phrases.say(locale, "return.this.coming", title, order.id()));
    }
    Instant until = until(order, policy.returnDays());
    String key = until.isAfter(clock.instant()) ? "return.this" : "return.this.late";
    return Optional.of(Phrases.say(locale, key, title, order.id(), Phrases.day(locale, until)));
  }

  private List<String> returnable(List<OrderData> mine, ChatPolicy.Policy policy, Locale locale) {
    if (policy.returnDays() == null) {
      return List.of();
    }
    Instant now = clock.instant();
    List<Returnable> found =
        mine.stream()
            .filter(order -> order.status() == OrderStatus.DELIVERED)
            .flatMap(
                order ->
                    order.lines().stream()
                        .map(OrderLine::productId)
                        .map(id -> new Returnable(id, order, until(order, policy.returnDays()))))
            .filter(line -> line.until().isAfter(now))
            .limit(SHOWN)
            .toList();
    if (found.isEmpty()) {
      return List.of(Phrases.say(locale, "return.nothing"));
    }
    Map<String, ProductData> titles =
        products.findAll(found.stream().map(Returnable::productId).toList());
    List<String> lines = new ArrayList<>();
    lines.add(Phrases.say(locale, "return.mine"));
    for (Returnable line : found) {
      lines.add(
          "• "
              + Phrases.say(
                  locale,
                  "return.line",
                  OwnOrders.title(titles, line.productId(), locale),
                  line.order().id(),
                  Phrases.day(locale, line.until())));
    }
    return lines;
  }

  private static boolean contains(OrderData order, String productId) {
    return order.status() != OrderStatus.CANCELLED
        && order.lines().stream().anyMatch(line -> line.productId().equals(productId));
  }

  /** The day of delivery is not kept; the expected one stands for it. */
  private static Instant until(OrderData order, int days) {
    Instant delivered = order.expectedAt() == null ? order.placedAt() : order.expectedAt();
    return delivered.plus(Duration.ofDays(days));
  }
}
