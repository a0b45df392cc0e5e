package io.shopkeeper.web.storefront;

/**
 * Whether this is the demo shop, where anybody may look through the eyes of a customer. Never so
 * unless {@code SHOPKEEPER_DEMO=true} says it: a real shop's customers are nobody's to choose from.
 */
final class DemoMode {

  private DemoMode() {}

  static boolean on() {
    return "true".equals(System.getenv("SHOPKEEPER_DEMO"));
  }
}
