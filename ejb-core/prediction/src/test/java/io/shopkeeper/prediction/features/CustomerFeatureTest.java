package io.shopkeeper.prediction.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Worked out by hand. */
class CustomerFeatureTest {

  private static final long NOW = time("2026-11-26T12:00:00Z");

  private final ShopFacts shop =
      new ShopFacts(
          Map.of(
              "pan", new ProductTrait("Kitchen", null),
              "pot", new ProductTrait("Kitchen", time("2026-11-16T12:00:00Z")),
              "hat", new ProductTrait("Clothes", null)));

  private static long time(String text) {
    return Instant.parse(text).toEpochMilli();
  }

  private void act(FactKind kind, String id, String time, String product, String channel) {
    long at = time(time);
    shop.add(new Fact(at, at, kind, id, "mei", product, Double.NaN, 1, null, channel, "s" + id));
  }

  private void order(
      String customer, String id, String time, String product, int pieces, double price) {
    long at = time(time);
    shop.add(
        new Fact(
            at, at, FactKind.ORDER, id + "-1", customer, product, price, pieces, "EUR", "web", id));
  }

  private void live() {
    act(FactKind.VIEW, "1", "2026-11-26T11:00:00Z", "pan", "mobile");
    act(FactKind.VIEW, "2", "2026-11-20T20:00:00Z", "pot", "web");
    act(FactKind.VIEW, "3", "2026-11-01T20:00:00Z", "hat", "mobile");
    act(FactKind.VIEW, "4", "2026-08-01T20:00:00Z", "hat", "mobile");
    act(FactKind.CART, "5", "2026-11-22T20:00:00Z", "pan", "mobile");
    act(FactKind.RETURN, "6", "2026-11-23T20:00:00Z", "pan", "web");
    order("mei", "a", "2026-11-06T12:00:00Z", "pan", 2, 10);
    order("mei", "b", "2026-11-16T12:00:00Z", "pan", 1, 40);
    order("mei", "old", "2025-11-01T12:00:00Z", "hat", 9, 99);
    order("tom", "c", "2026-11-25T12:00:00Z", "pan", 3, 50);
    long reviewed = time("2026-11-10T12:00:00Z");
    shop.add(
        new Fact(reviewed, reviewed, FactKind.REVIEW, "r", "mei", "pot", 4, 1, null, null, null));
  }

  /** The pan's usual price is 40, the median of 10, 40 and 50; the hat's never moved. */
  @Test
  void pricesPaidStandBesideTheUsualOnes() {
    live();
    order("mei", "d", "2026-11-25T12:00:00Z", "hat", 1, 99);
    order("tom", "e", "2026-11-25T13:00:00Z", "hat", 1, 99);
    PaidPrices paid = PaidPrices.of(shop.customer("mei", NOW));
    assertThat(paid).isEqualTo(new PaidPrices(3, 2, 0.5, (10 / 40.0 + 1) / 2));
    assertThat(CustomerFeature.cells(shop.customer("mei", NOW)))
        .containsEntry("reduced_share_90", "0.5")
        .containsEntry("paid_to_usual_90", "0.625");
    assertThat(PaidPrices.of(shop.customer("tom", NOW)).toUsual()).isEqualTo(50 / 40.0);
    order("tom", "f", "2026-11-26T11:00:00Z", "pan", 1, 5);
    assertThat(PaidPrices.of(shop.customer("mei", NOW)).toUsual())
        .as("a line that comes in counts: the median of 5, 10, 40 and 50 is 25")
        .isEqualTo((10 / 25.0 + 40 / 25.0) / 2);
    assertThat(PaidPrices.of(shop.customer("mei", time("2026-11-16T12:00:00Z"))))
        .as("before the second price nothing had moved")
        .isEqualTo(new PaidPrices(1, 0, Double.NaN, Double.NaN));
  }

  @Test
  void ofACustomer() {
    live();
    Map<String, String> cells = CustomerFeature.cells(shop.customer("mei", NOW));
    assertThat(cells)
        .containsEntry("views_7", "2")
        .containsEntry("views_30", "3")
        .containsEntry("views_90", "3")
        .containsEntry("products_seen_90", "3")
        .containsEntry("categories_seen_90", "2")
        .containsEntry("sessions_30", "4")
        .containsEntry("days_since_cart", "3.6666667")
        .containsEntry("orders_30", "2")
        .containsEntry("orders_365", "2")
        .containsEntry("pieces_365", "3")
        .containsEntry("days_since_order", "10")
        .containsEntry("days_between_orders", "10")
        .containsEntry("silence", "1")
        .containsEntry("spend_30", "60")
        .containsEntry("spend_an_order", "30")
        .containsEntry("usual_price", "25")
        .containsEntry("returned_share", "0.33333334")
        .containsEntry("rating_mean", "4")
        .containsEntry("mobile_share_90", "0.75")
        .containsEntry("weekend_share_90", "0.5")
        .containsEntry("main_channel", "mobile")
        .containsEntry("time_of_day", "evening")
        .containsEntry("main_category_seen", "Kitchen")
        .containsEntry("main_category_share", "1")
        .containsEntry("days_since_seen", "0.041666668");
  }

  @Test
  void ofACustomerAndAProduct() {
    live();
    Map<String, String> pan = PairFeature.cells(shop.pair("mei", "pan", NOW));
    assertThat(pan)
        .containsEntry("product_category", "Kitchen")
        .containsEntry("product_price", "50")
        .containsEntry("product_buyers_30", "2")
        .containsEntry("product_pieces_90", "6")
        .containsEntry("product_age", null)
        .containsEntry("own_orders", "2")
        .containsEntry("own_days_since_order", "10")
        .containsEntry("category_views_30", "2")
        .containsEntry("category_rating", "4")
        .containsEntry("price_to_usual", "2");
    Map<String, String> pot = PairFeature.cells(shop.pair("mei", "pot", NOW));
    assertThat(pot)
        .containsEntry("product_age", "10")
        .containsEntry("product_price", null)
        .containsEntry("price_to_usual", null)
        .containsEntry("category_orders", "2");
  }

  /** As tables read them: with an exponent it would be a word. */
  @Test
  void numbersAreWrittenOut() {
    assertThat(Feature.number(0.0004)).isEqualTo("0.0004");
    assertThat(Feature.number(-23_456_789.5)).isEqualTo("-23456790");
    assertThat(Feature.number(3)).isEqualTo("3");
    assertThat(Feature.number(1.0 / 0)).isNull();
    assertThat(Feature.number(Double.NaN)).isNull();
  }

  @Test
  void ofNobody() {
    live();
    assertThat(CustomerFeature.cells(shop.customer("nobody", NOW)))
        .containsEntry("views_7", "0")
        .containsEntry("days_since_order", null)
        .containsEntry("silence", null)
        .containsEntry("main_channel", null);
  }
}
