package io.shopkeeper.web.storefront;

import io.shopkeeper.catalog.boundary.CustomerData;
import io.shopkeeper.catalog.boundary.Customers;
import io.shopkeeper.catalog.boundary.EventType;
import io.shopkeeper.catalog.boundary.OrderData;
import io.shopkeeper.catalog.boundary.OrderLine;
import io.shopkeeper.catalog.boundary.OrderStatus;
import io.shopkeeper.catalog.boundary.Orders;
import io.shopkeeper.catalog.boundary.ProductData;
import io.shopkeeper.catalog.boundary.Products;
import io.shopkeeper.platform.boundary.InvalidInputException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** The till: nothing is paid in a demo, but the order is real to everything that follows. */
@Named("checkout")
@RequestScoped
public class CheckoutPage {

  private static final Duration DELIVERY = Duration.ofDays(4);

  @Inject private Products products;
  @Inject private Customers customers;
  @Inject private Orders orders;
  @Inject private Texts texts;
  @Inject private Visit visit;
  @Inject private Clock clock;

  private String name;
  private String email;
  private String placed;

  @PostConstruct
  void begin() {
    CustomerData customer = visit.getCustomer();
    if (customer != null) {
      name = customer.name();
      email = customer.email();
    }
  }

  /** Places the order and empties the cart. */
  public String order() {
    Map<String, Integer> pieces = visit.cart().pieces();
    Map<String, ProductData> found = products.findAll(pieces.keySet());
    var lines = new ArrayList<OrderLine>();
    pieces.forEach(
        (id, count) -> {
          ProductData product = found.get(id);
          if (product != null) {
            lines.add(new OrderLine(id, count, product.price()));
          }
        });
    if (lines.isEmpty()) {
      return "/cart?faces-redirect=true";
    }
    Instant now = clock.instant();
    String id =
        "W"
            + UUID.randomUUID()
                .toString()
                .replace("-", "")
                .substring(0, 10)
                .toUpperCase(Locale.ROOT);
    try {
      orders.put(
          new OrderData(
              id,
              buyer(now),
              OrderStatus.PLACED,
              now,
              found.get(lines.getFirst().productId()).currency(),
              "web",
              null,
              now.plus(DELIVERY),
              lines));
    } catch (InvalidInputException invalid) {
      FacesContext.getCurrentInstance()
          .addMessage(
              null,
              new FacesMessage(
                  FacesMessage.SEVERITY_ERROR, texts.words().getString("checkout.invalid"), null));
      return null;
    }
    for (OrderLine line : lines) {
      takeFromStock(found.get(line.productId()), line.quantity());
      visit.did(EventType.PURCHASE, line.productId(), (double) line.quantity(), null);
    }
    visit.replaceCart(new Cart(Map.of()));
    return "/ordered?id=" + id + "&faces-redirect=true";
  }

  /** The signed-in customer, or a guest with the name and address given. */
  private String buyer(Instant now) {
    if (visit.getCustomer() != null) {
      return visit.getCustomer().id();
    }
    String id = "guest-" + UUID.randomUUID();
    customers.put(
        new CustomerData(id, name, email, null, visit.getLocale().toLanguageTag(), null, now));
    return id;
  }

  private void takeFromStock(ProductData product, int pieces) {
    products.put(product.withStock(Math.max(0, product.stock() - pieces)));
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  /** The number of the order that was placed. */
  public String getPlaced() {
    return placed;
  }

  public void setPlaced(String placed) {
    this.placed = placed;
  }
}
