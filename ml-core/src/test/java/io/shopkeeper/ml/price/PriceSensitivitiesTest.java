package io.shopkeeper.ml.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.forecast.DemandHistory;
import io.shopkeeper.ml.forecast.DemandLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PriceSensitivitiesTest {

  private static PriceSensitivity of(PriceSensitivities all, int place) {
    return all.of("p" + place).orElseThrow();
  }

  /** Nine of ten planted numbers at least lie within their intervals of 95 %, at both volumes. */
  @Test
  void plantedElasticitiesAreFoundWithinTheirIntervals() {
    for (double units : new double[] {2, 15}) {
      int held = 0;
      int count = 0;
      double width = 0;
      double error = 0;
      double bias = 0;
      for (long seed = 101; seed <= 110; seed++) {
        PricedShop shop = PricedShop.of(60, 104, 0.2, units, false, seed);
        PriceSensitivities found = PriceSensitivities.learn(shop.log());
        assertThat(found.known()).isEqualTo(60);
        for (int place = 0; place < 60; place++) {
          PriceSensitivity one = of(found, place);
          double truth = shop.truth()[place];
          held += one.low() <= truth && truth <= one.high() ? 1 : 0;
          width += one.high() - one.low();
          error += Math.abs(one.elasticity() - truth);
          bias += one.elasticity() - truth;
          count++;
        }
      }
      String what =
          "%s units a week: held %.3f, width %.2f, error %.3f, bias %.3f"
              .formatted(units, (double) held / count, width / count, error / count, bias / count);
      assertThat((double) held / count).as(what).isBetween(0.92, 0.98);
      assertThat(width / count).as(what).isLessThan(units < 5 ? 1.6 : 1.3);
      assertThat(error / count).as(what).isLessThan(units < 5 ? 0.35 : 0.25);
      assertThat(bias / count).as(what).isCloseTo(0, within(0.1));
    }
  }

  /** With few sales the like of a product say more than its own weeks; errors are smaller so. */
  @Test
  void littleIsDrawnToItsLike() {
    PricedShop shop = PricedShop.of(90, 60, 0.15, 1.5, false, 7);
    PriceSensitivities found = PriceSensitivities.learn(shop.log());
    ShopLevel level = ShopLevel.of(shop.log());
    double drawn = 0;
    double alone = 0;
    for (int place = 0; place < 90; place++) {
      PriceWeeks weeks = PriceWeeks.of(shop.log().products().get(place).history(), level);
      PriceSensitivity one = of(found, place);
      assertThat(one.known()).isEqualTo(weeks.enough());
      if (one.known()) {
        assertThat(one.own()).isBetween(0.0, 0.8);
        drawn += Math.abs(one.elasticity() - shop.truth()[place]);
        alone +=
            Math.abs(PriceRegression.of(weeks).orElseThrow().elasticity() - shop.truth()[place]);
      }
    }
    assertThat(drawn).isLessThan(0.5 * alone);
  }

  /** Some prices are cut when everybody buys: the season of the shop is no answer to the price. */
  @Test
  void aSeasonIsNoSensitivity() {
    PricedShop shop = PricedShop.of(60, 156, 0.9, 10, true, 3);
    PriceSensitivities found = PriceSensitivities.learn(shop.log());
    double bias = 0;
    for (int place = 0; place < 60; place += 4) {
      bias += (of(found, place).elasticity() - shop.truth()[place]) / 15;
    }
    assertThat(bias).isBetween(-0.4, 0.4);
  }

  @Test
  void whatHardlyMovedIsNotKnown() {
    PricedShop shop = PricedShop.of(30, 80, 0.2, 8, false, 5);
    DemandHistory steady = shop.log().products().getFirst().history();
    double[] prices = new double[steady.weeks()];
    Arrays.fill(prices, 9.99);
    List<DemandLog.Product> products = new ArrayList<>(shop.log().products());
    products.add(
        new DemandLog.Product(
            "steady", new DemandHistory("c0", steady.end(), steady.units(), prices)));
    double[] twice = prices.clone();
    Arrays.fill(twice, 20, 30, 7.99);
    twice[50] = 9.90;
    products.add(
        new DemandLog.Product(
            "once cheaper", new DemandHistory("c0", steady.end(), steady.units(), twice)));
    products.add(
        new DemandLog.Product(
            "priceless",
            new DemandHistory(
                "c0", 80, new double[] {3, 4}, new double[] {Double.NaN, Double.NaN})));
    products.add(
        new DemandLog.Product(
            "young",
            new DemandHistory(
                "c0", 80, new double[] {3, 4, 5, 3, 4}, new double[] {1, 2, 1, 2, 1})));
    PriceSensitivities found = PriceSensitivities.learn(new DemandLog(products, 80));
    assertThat(found.of("steady").orElseThrow())
        .isEqualTo(PriceSensitivity.unknown(0, steady.weeks()));
    assertThat(found.of("once cheaper").orElseThrow().changes())
        .as("down and up again")
        .isEqualTo(2);
    assertThat(found.of("once cheaper").orElseThrow().known()).isFalse();
    assertThat(found.of("priceless").orElseThrow()).isEqualTo(PriceSensitivity.unknown(0, 0));
    assertThat(found.of("young").orElseThrow()).isEqualTo(PriceSensitivity.unknown(4, 5));
    assertThat(found.of("nobody knows")).isEmpty();
    assertThat(found.known()).isEqualTo(30);
    assertThat(PriceSensitivity.unknown(0, 0).answer()).isEqualTo(PriceSensitivity.Answer.OPEN);
  }

  /** Alone it stays with its own; a price at which nothing sold gives no infinity. */
  @Test
  void aProductAloneIsDrawnNowhere() {
    double[] units = new double[40];
    double[] prices = new double[40];
    for (int week = 0; week < 40; week++) {
      boolean dear = week % 4 == 3;
      units[week] = dear ? 0 : 6;
      prices[week] = dear ? Double.NaN : week % 4 == 0 ? 9 : 10;
    }
    PriceSensitivities found =
        PriceSensitivities.learn(
            new DemandLog(
                List.of(new DemandLog.Product("p0", new DemandHistory("", 40, units, prices))),
                40));
    PriceSensitivity one = of(found, 0);
    assertThat(one.own()).isEqualTo(1);
    assertThat(one.elasticity()).isFinite();
    assertThat(one.low()).isLessThan(one.high()).isFinite();
  }

  @Test
  void whatFollowsForMoneyIsSaid() {
    assertThat(new PriceSensitivity(5, 50, -2, -2.6, -1.4, 1).answer())
        .isEqualTo(PriceSensitivity.Answer.ELASTIC);
    assertThat(new PriceSensitivity(5, 50, -0.4, -0.8, 0, 1).answer())
        .isEqualTo(PriceSensitivity.Answer.INELASTIC);
    assertThat(new PriceSensitivity(5, 50, -1.2, -2, -0.4, 1).answer())
        .isEqualTo(PriceSensitivity.Answer.OPEN);
    assertThat(PriceSensitivity.effect(-2, -0.1)).isCloseTo(0.2346, within(1e-4));
  }

  @Test
  void whatIsStoredIsRead() throws IOException {
    PricedShop shop = PricedShop.of(12, 60, 0.1, 5, false, 2);
    PriceSensitivities found = PriceSensitivities.learn(shop.log());
    var bytes = new ByteArrayOutputStream();
    found.write(new DataOutputStream(bytes));
    assertThat(
            PriceSensitivities.read(
                new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))))
        .isEqualTo(found);
    byte[] damaged = bytes.toByteArray();
    damaged[4 + 2 + "price-sensitivities".length() + 3] = 9;
    assertThatThrownBy(
            () -> PriceSensitivities.read(new DataInputStream(new ByteArrayInputStream(damaged))))
        .hasMessageContaining("format 9");
  }
}
