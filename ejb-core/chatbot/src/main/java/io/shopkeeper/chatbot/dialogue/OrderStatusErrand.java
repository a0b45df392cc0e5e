package io.shopkeeper.chatbot.dialogue;

import io.shopkeeper.catalog.boundary.OrderData;
import io.shopkeeper.catalog.boundary.OrderStatus;
import io.shopkeeper.catalog.boundary.ProductData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** "Where is my order?" */
@ApplicationScoped
class OrderStatusErrand implements Errand {

  private static final Set<OrderStatus> OPEN =
      Set.of(OrderStatus.PLACED, OrderStatus.PAID, OrderStatus.SHIPPED);
  private static final int SHOWN = 3;

  @Inject private OwnOrders orders;
  @Inject private Clock clock;

  @Override
  public Set<String> intents() {
    return Set.of("order_status");
  }

  @Override
  public Reply answer(Turn turn) {
    Locale locale = turn.locale();
    if (turn.customerId().isEmpty()) {
      return Reply.words(
          turn,
          Phrases.say(locale, "order.signIn"),
          "identity",
          Phrases.replies(locale, "recommend", "return"));
    }
    if (turn.order().isPresent()) {
      return show(turn, "order.one", List.of(turn.order().get()), List.of());
    }
    List<OrderData> all = orders.newest(turn.customerId().get());
    if (all.isEmpty()) {
      return Reply.words(
          turn,
          Phrases.say(locale, "order.none"),
          "orders of the customer",
          Phrases.replies(locale, "recommend"));
    }
    List<OrderData> open = all.stream().filter(order -> OPEN.contains(order.status())).toList();
    return open.isEmpty()
        ? show(turn, "order.delivered", all.subList(0, 1), all.subList(1, all.size()))
        : show(
            turn,
            open.size() == 1 ? "order.one" : "order.open",
            open.stream().limit(SHOWN).toList(),
            open.stream().skip(SHOWN).toList());
  }

  private Reply show(Turn turn, String opening, List<OrderData> shown, List<OrderData> more) {
    Locale locale = turn.locale();
    Map<String, ProductData> products = orders.products(shown);
    String text =
        Phrases.say(locale, opening)
            + "\n"
            + shown.stream()
                .map(order -> describe(order, products, locale))
                .collect(Collectors.joining("\n"));
    List<String> replies =
        more.isEmpty()
            ? Phrases.replies(locale, "return", "recommend")
            : more.stream()
                .limit(SHOWN)
                .map(order -> Phrases.say(locale, "order.reply", order.id()))
                .toList();
    return Reply.words(
        turn,
        text,
        shown.stream().map(OrderData::id).collect(Collectors.joining(", ", "order ", "")),
        replies);
  }

  private String describe(OrderData order, Map<String, ProductData> products, Locale locale) {
    String text =
        Phrases.say(
            locale,
            "order.line",
            order.id(),
            Phrases.day(locale, order.placedAt()),
            state(order, locale));
    String items =
        order.lines().stream()
            .map(
                line ->
                    (line.quantity() > 1 ? line.quantity() + " × " : "")
                        + OwnOrders.title(products, line.productId(), locale))
            .collect(Collectors.joining(", "));
    text += "\n" + Phrases.say(locale, "order.items", items);
    if (order.status() == OrderStatus.SHIPPED && order.trackingNumber() != null) {
      text += "\n" + Phrases.say(locale, "order.tracking", order.trackingNumber());
    }
    return text;
  }

  private String state(OrderData order, Locale locale) {
    String key = "order." + order.status();
    if (order.expectedAt() == null) {
      return Phrases.say(locale, key);
    }
    String expected = Phrases.day(locale, order.expectedAt());
    return switch (order.status()) {
      case PAID, DELIVERED -> Phrases.say(locale, key + ".expected", expected);
      case SHIPPED ->
          Phrases.say(
              locale,
              order.expectedAt().isBefore(clock.instant()) ? key + ".late" : key + ".expected",
              expected);
      case PLACED, CANCELLED, RETURNED -> Phrases.say(locale, key);
    };
  }
}
