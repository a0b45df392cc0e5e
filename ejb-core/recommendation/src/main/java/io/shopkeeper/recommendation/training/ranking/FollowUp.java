package io.shopkeeper.recommendation.training.ranking;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a visitor did with a product after it was shown, the weakest first. */
enum FollowUp {
  NOTHING(0),
  CLICK(1),
  CART(2),
  PURCHASE(3);

  /** As a snapshot says it. */
  private final int strength;

  FollowUp(int strength) {
    this.strength = strength;
  }

  /** From 0; greater for what says more. */
  int strength() {
    return strength;
  }

  /** As settings and facts say it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Those that can be learnt, the usual one first. */
  static List<String> words() {
    return List.of(PURCHASE.word(), CART.word(), CLICK.word());
  }

  static FollowUp named(String word) {
    return Arrays.stream(values())
        .filter(one -> one.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("nothing is called " + word));
  }

  /** The stronger of the two. */
  FollowUp or(FollowUp other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
