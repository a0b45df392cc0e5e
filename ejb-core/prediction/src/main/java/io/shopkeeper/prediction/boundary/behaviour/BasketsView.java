package io.shopkeeper.prediction.boundary.behaviour;

import java.util.List;

/**
 * What is bought together in an order.
 *
 * @param orders purchases with a product
 * @param found rules that are frequent and sure enough
 * @param rules the first of them: by lift, then orders with both
 */
public record BasketsView(long orders, long found, List<Rule> rules) {

  /** Rules at most. */
  public static final int MOST = 200;

  /**
   * Who buys one product buys the other one.
   *
   * @param left the id of the product that is there
   * @param right the id of the one that follows
   * @param both orders with both
   * @param support the share of orders with both, from 0 to 1
   * @param confidence of orders with the left one the share of those with the right one, from 0 to
   *     1
   * @param lift how many times as often as by chance
   */
  public record Rule(
      String left, String right, long both, double support, double confidence, double lift) {}

  public BasketsView {
    rules = List.copyOf(rules);
  }
}
