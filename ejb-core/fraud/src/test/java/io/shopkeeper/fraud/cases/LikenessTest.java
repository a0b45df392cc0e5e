package io.shopkeeper.fraud.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LikenessTest {

  @Test
  void theSameIsOneAndTheFartherTheLess() {
    Map<String, Double> one = Map.of("device.cards.1h", 8.0, "amount", 300.0);
    assertThat(Likeness.of(one, one)).isEqualTo(1);
    double near = Likeness.of(one, Map.of("device.cards.1h", 9.0, "amount", 280.0));
    double far = Likeness.of(one, Map.of("new_country", 1.0, "amount", 20.0));
    assertThat(near).isBetween(0.9, 1.0);
    assertThat(far).isLessThan(near - 0.3).isPositive();
    assertThat(Likeness.of(Map.of("a", 2.0), Map.of()))
        .isEqualTo(Likeness.of(Map.of(), Map.of("a", 2.0)));
    assertThat(Likeness.of(Map.of("a", Double.NaN), Map.of())).isEqualTo(1);
  }
}
