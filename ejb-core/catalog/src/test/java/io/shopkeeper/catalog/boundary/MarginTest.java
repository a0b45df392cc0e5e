package io.shopkeeper.catalog.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class MarginTest {

  private static OptionalDouble margin(String price, Map<String, String> attributes) {
    return new ProductData(
            "p",
            "Jug",
            null,
            null,
            null,
            "Home",
            null,
            price == null ? null : new BigDecimal(price),
            "EUR",
            1,
            attributes,
            null,
            true,
            null)
        .margin();
  }

  @Test
  void itIsWhatTheShopSaysElseWhatTheCostLeaves() {
    assertThat(margin("20", Map.of("margin", "0.25", "cost", "1"))).hasValue(0.25);
    assertThat(margin("20", Map.of("cost", "15"))).hasValue(0.25);
    assertThat(margin("20", Map.of("cost", "25"))).as("at a loss").hasValue(-0.25);
  }

  @Test
  void nothingIsGuessed() {
    assertThat(margin("20", Map.of())).isEmpty();
    assertThat(margin("20", Map.of("margin", "30"))).as("not a share").isEmpty();
    assertThat(margin("20", Map.of("margin", "a third"))).isEmpty();
    assertThat(margin(null, Map.of("cost", "15"))).isEmpty();
    assertThat(margin("0", Map.of("cost", "15"))).isEmpty();
  }
}
