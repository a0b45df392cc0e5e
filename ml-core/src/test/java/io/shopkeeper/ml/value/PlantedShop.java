package io.shopkeeper.ml.value;

import io.shopkeeper.ml.worked.RepeatShop;

/** A shop of a year with something to be found. */
final class PlantedShop {

  static final int END = 300;
  static final int DAYS = 390;

  private PlantedShop() {}

  static RepeatShop whole(int customers, long seed) {
    return RepeatShop.of(
        new BetaGeometric(0.8, 5, 0.8, 3, true), new GammaGamma(5, 4, 30), customers, DAYS, seed);
  }

  static PurchaseLog log(int customers, long seed) {
    return new PurchaseLog(whole(customers, seed).customers(), DAYS).asOf(END);
  }
}
