package io.shopkeeper.web.api;

import io.shopkeeper.platform.boundary.InvalidInputException;

/** How many items a caller wants. */
final class Count {

  private Count() {}

  /** 1 to 100, or a clear no. */
  static int require(int n) {
    if (n < 1 || n > 100) {
      throw InvalidInputException.of("/n", "must be 1 to 100");
    }
    return n;
  }
}
