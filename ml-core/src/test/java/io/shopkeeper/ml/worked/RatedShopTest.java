package io.shopkeeper.ml.worked;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.ml.rating.Ratings;
import org.junit.jupiter.api.Test;

class RatedShopTest {

  @Test
  void theTruthExplainsMostRatingsAndNotAll() {
    RatedShop shop = RatedShop.of(200, 300, 1);
    Ratings ratings = shop.ratings();
    assertThat(ratings.userAttributes().columns()).hasSize(10);
    assertThat(ratings.itemAttributes().columns()).hasSize(5);
    assertThat(ratings.size() / (200.0 * 300)).isBetween(0.08, 0.25);
    int right = 0;
    double squares = 0;
    for (int i = 0; i < ratings.size(); i++) {
      boolean liked = ratings.value()[i] >= RatedShop.LIKED;
      right += liked == shop.expected()[i] >= 3.5 ? 1 : 0;
      squares += Math.pow(Math.clamp(shop.expected()[i], 1, 5) - ratings.value()[i], 2);
    }
    assertThat((double) right / ratings.size()).isBetween(0.89, 0.94);
    // The chance of 0.3 and what rounding adds, √(0.3² + 1/12).
    assertThat(Math.sqrt(squares / ratings.size())).isBetween(0.35, 0.45);
  }

  @Test
  void oneSeedGivesOneShop() {
    assertThat(RatedShop.of(20, 30, 5).ratings().value())
        .containsExactly(RatedShop.of(20, 30, 5).ratings().value());
    assertThat(RatedShop.of(20, 30, 6).ratings().value())
        .isNotEqualTo(RatedShop.of(20, 30, 5).ratings().value());
  }
}
