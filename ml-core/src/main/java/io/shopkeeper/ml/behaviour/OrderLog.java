package io.shopkeeper.ml.behaviour;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Orders in the order of time. Immutable; 29 bytes an order and 4 a product of it.
 *
 * <p>Amounts are in hundredths of one currency.
 */
public final class OrderLog {

  private final int[] customers;
  private final long[] times;
  private final byte[] channels;
  private final long[] amounts;
  private final int[] first;
  private final int[] products;

  /**
   * An order.
   *
   * @param customer 0 or more
   * @param time milliseconds since 1970
   * @param amount hundredths
   * @param products different ones
   */
  public record Order(int customer, long time, byte channel, long amount, int[] products) {}

  private OrderLog(List<Order> orders) {
    int n = orders.size();
    customers = new int[n];
    times = new long[n];
    channels = new byte[n];
    amounts = new long[n];
    first = new int[n + 1];
    for (int i = 0; i < n; i++) {
      Order order = orders.get(i);
      customers[i] = order.customer();
      times[i] = order.time();
      channels[i] = order.channel();
      amounts[i] = order.amount();
      first[i + 1] = first[i] + order.products().length;
    }
    products = new int[first[n]];
    for (int i = 0; i < n; i++) {
      int[] own = orders.get(i).products();
      System.arraycopy(own, 0, products, first[i], own.length);
    }
  }

  /** Of orders in any order. */
  public static OrderLog of(List<Order> orders) {
    List<Order> sorted = new ArrayList<>(orders);
    sorted.sort((a, b) -> Long.compare(a.time(), b.time()));
    return new OrderLog(sorted);
  }

  /** How many there are. */
  public int size() {
    return times.length;
  }

  /** How many customers there may be: one more than the greatest number. */
  public int customers() {
    return Arrays.stream(customers).max().orElse(-1) + 1;
  }

  /** Whose an order is. */
  public int customer(int order) {
    return customers[order];
  }

  /** When it was placed. */
  public long time(int order) {
    return times[order];
  }

  /** Where it was placed. */
  public byte channel(int order) {
    return channels[order];
  }

  /** What was paid, in hundredths. */
  public long amount(int order) {
    return amounts[order];
  }

  /** The first place of its products. */
  public int begin(int order) {
    return first[order];
  }

  /** The place behind its last product. */
  public int end(int order) {
    return first[order + 1];
  }

  /** A product. */
  public int product(int place) {
    return products[place];
  }

  /** Whether an order counts. */
  boolean taken(int order, ActFilter filter) {
    return filter.takes(customers[order]) && filter.takes(times[order], channels[order]);
  }
}
