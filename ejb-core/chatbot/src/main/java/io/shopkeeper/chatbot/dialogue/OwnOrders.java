package io.shopkeeper.chatbot.dialogue;

import io.shopkeeper.catalog.boundary.OrderData;
import io.shopkeeper.catalog.boundary.Orders;
import io.shopkeeper.catalog.boundary.ProductData;
import io.shopkeeper.catalog.boundary.Products;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A customer's orders, and nobody else's. */
@ApplicationScoped
class OwnOrders {

  private static final int LOOKED_AT = 50;
  private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{2,63}");

  @Inject private Orders orders;
  @Inject private Products products;

  /** The customer's order that a text names by its number. */
  Optional<OrderData> named(String text, String customerId) {
    List<String> candidates =
        NUMBER
            .matcher(text)
            .results()
            .map(MatchResult::group)
            .filter(word -> word.chars().anyMatch(Character::isDigit))
            .limit(10)
            .toList();
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    return newest(customerId).stream()
        .filter(order -> candidates.stream().anyMatch(word -> word.equalsIgnoreCase(order.id())))
        .findFirst();
  }

  /** The customer's last orders, newest first. */
  List<OrderData> newest(String customerId) {
    return orders.ofCustomer(customerId, LOOKED_AT);
  }

  /** The products of the orders, by id. */
  Map<String, ProductData> products(List<OrderData> some) {
    return products.findAll(
        some.stream()
            .flatMap(order -> order.lines().stream())
            .map(line -> line.productId())
            .collect(Collectors.toSet()));
  }

  /** The product's title, or its id where it is not in the catalogue any more. */
  static String title(Map<String, ProductData> products, String id, Locale locale) {
    ProductData product = products.get(id);
    return product == null ? id : product.title(locale);
  }
}
