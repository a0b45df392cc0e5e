package io.shopkeeper.ml.linear;

/** 1 / (1 + e^−z), without overflow. */
final class Logistic {

  private Logistic() {}

  static double of(double z) {
    double e = Math.exp(-Math.abs(z));
    return z >= 0 ? 1 / (1 + e) : e / (1 + e);
  }
}
