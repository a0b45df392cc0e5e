package io.shopkeeper.web.storefront;

import io.shopkeeper.catalog.boundary.EventType;
import io.shopkeeper.catalog.boundary.ProductData;
import io.shopkeeper.catalog.boundary.Products;
import io.shopkeeper.recommendation.boundary.RecommendationRequest;
import io.shopkeeper.recommendation.boundary.Recommender;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The cart with what goes with it. */
@Named("cart")
@RequestScoped
public class CartPage {

  private static final int SHOWN = 6;

  @Inject private Products products;
  @Inject private Recommender recommender;
  @Inject private Cards cards;
  @Inject private Texts texts;
  @Inject private Visit visit;
  @Inject private Clock clock;

  private List<Line> lines;
  private List<ProductCard> companions;

  /** A position. */
  public record Line(ProductCard card, int pieces, BigDecimal amount, String amountText) {}

  /** What lies in it; products that are gone from the shop are left out. */
  public List<Line> getLines() {
    if (lines == null) {
      Map<String, Integer> pieces = visit.cart().pieces();
      Map<String, ProductData> found = products.findAll(pieces.keySet());
      lines = new ArrayList<>();
      pieces.forEach(
          (id, count) -> {
            ProductData product = found.get(id);
            if (product != null) {
              BigDecimal amount = product.price().multiply(BigDecimal.valueOf(count));
              lines.add(
                  new Line(
                      cards.card(product, "", ""),
                      count,
                      amount,
                      texts.money(amount, product.currency())));
            }
          });
    }
    return lines;
  }

  /** The sum. */
  public String getTotal() {
    BigDecimal sum = getLines().stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    return texts.money(sum, "EUR");
  }

  /** What is bought together with it. */
  public List<ProductCard> getCompanions() {
    if (companions == null) {
      companions =
          cards.of(
              recommender.recommend(
                  new RecommendationRequest(
                      visit.getCustomerId(),
                      visit.getVisitorId(),
                      visit.session(clock.instant()),
                      null,
                      "cart",
                      SHOWN,
                      visit.cart().pieces().keySet(),
                      null,
                      visit.getLocale())),
              "cart");
    }
    return companions;
  }

  /** Takes a product out. */
  public String remove(String productId) {
    if (visit.cart().pieces().containsKey(productId)) {
      visit.replaceCart(visit.cart().without(productId));
      visit.did(EventType.REMOVE_FROM_CART, productId, null, null);
    }
    return "/cart?faces-redirect=true";
  }
}
