package io.shopkeeper.ml.behaviour;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What is bought together: rules from one product to another within an order. All pairs of frequent
 * products are counted in one walk, in a triangle where there are few of these, else in a hash
 * table.
 *
 * @param orders that count and have a product
 * @param found how many rules there are
 * @param rules the first of them: by lift, then orders with both, then as ties are broken
 */
public record BasketRules(int orders, int found, List<Rule> rules) {

  /** Beyond so many frequent products pairs are hashed. */
  private static final int TRIANGLE = 4_000;

  private static final Comparator<Rule> BEST =
      Comparator.comparingDouble(Rule::lift).thenComparingInt(Rule::both).reversed();

  /**
   * Who has one product in the order, has the other one.
   *
   * @param left the product that is there
   * @param right the one that follows
   * @param both orders with both
   * @param leftOrders orders with the left one
   * @param rightOrders orders with the right one
   * @param orders all
   */
  public record Rule(int left, int right, int both, int leftOrders, int rightOrders, int orders) {

    /** The share of orders with both, from 0 to 1. */
    public double support() {
      return (double) both / orders;
    }

    /** Of orders with the left one the share of those with the right one, from 0 to 1. */
    public double confidence() {
      return (double) both / leftOrders;
    }

    /** How many times as often as if the two had nothing to do with each other. */
    public double lift() {
      return (double) both * orders / ((double) leftOrders * rightOrders);
    }
  }

  public BasketRules {
    rules = List.copyOf(rules);
  }

  /**
   * Of the orders that count.
   *
   * @param support the least share of orders with both, from 0 to 1; two orders at least
   * @param confidence the least confidence, from 0 to 1
   * @param most how many rules are wanted
   */
  public static BasketRules of(
      OrderLog orders, ActFilter filter, double support, double confidence, int most) {
    Comparator<Rule> byNumber = Comparator.comparingInt(Rule::left).thenComparingInt(Rule::right);
    return of(orders, filter, support, confidence, most, byNumber);
  }

  /**
   * The same, where the numbers of products say nothing.
   *
   * @param ties which of two rules that are equally good comes first
   */
  public static BasketRules of(
      OrderLog orders,
      ActFilter filter,
      double support,
      double confidence,
      int most,
      Comparator<Rule> ties) {
    int items = 0;
    int baskets = 0;
    for (int order = 0; order < orders.size(); order++) {
      if (orders.taken(order, filter) && orders.begin(order) < orders.end(order)) {
        baskets++;
        for (int place = orders.begin(order); place < orders.end(order); place++) {
          items = Math.max(items, orders.product(place) + 1);
        }
      }
    }
    int least = Math.max(2, (int) Math.ceil(support * baskets - 1e-9));
    var pairs = new Pairs(orders, filter, frequency(orders, filter, items), least);
    List<Rule> rules = pairs.rules(baskets, least);
    rules.removeIf(rule -> rule.confidence() < confidence);
    rules.sort(BEST.thenComparing(ties));
    return new BasketRules(baskets, rules.size(), rules.subList(0, Math.min(most, rules.size())));
  }

  private static int[] frequency(OrderLog orders, ActFilter filter, int items) {
    int[] counts = new int[items];
    for (int order = 0; order < orders.size(); order++) {
      if (orders.taken(order, filter)) {
        for (int place = orders.begin(order); place < orders.end(order); place++) {
          counts[orders.product(place)]++;
        }
      }
    }
    return counts;
  }

  /** Pairs of frequent products. */
  private static final class Pairs {
    private final int[] counts;
    private final int[] frequent;
    private final int[] rank;
    private final int[] triangle;
    private final LongCounts hashed = new LongCounts();

    Pairs(OrderLog orders, ActFilter filter, int[] counts, int least) {
      this.counts = counts;
      rank = new int[counts.length];
      Arrays.fill(rank, -1);
      int[] found = new int[counts.length];
      int n = 0;
      for (int item = 0; item < counts.length; item++) {
        if (counts[item] >= least) {
          rank[item] = n;
          found[n++] = item;
        }
      }
      frequent = Arrays.copyOf(found, n);
      triangle = new int[n <= TRIANGLE ? n * (n - 1) / 2 : 0];
      int[] basket = new int[64];
      for (int order = 0; order < orders.size(); order++) {
        if (orders.taken(order, filter)) {
          basket = add(orders, order, basket);
        }
      }
    }

    private int[] add(OrderLog orders, int order, int[] room) {
      int size = orders.end(order) - orders.begin(order);
      int[] basket = room.length < size ? new int[2 * size] : room;
      int n = 0;
      for (int place = orders.begin(order); place < orders.end(order); place++) {
        int item = rank[orders.product(place)];
        if (item >= 0) {
          basket[n++] = item;
        }
      }
      for (int i = 1; i < n; i++) {
        for (int j = 0; j < i; j++) {
          count(Math.max(basket[i], basket[j]), Math.min(basket[i], basket[j]));
        }
      }
      return basket;
    }

    private void count(int greater, int less) {
      if (frequent.length <= TRIANGLE) {
        triangle[greater * (greater - 1) / 2 + less]++;
      } else {
        hashed.add(((long) greater << 32) | less);
      }
    }

    List<Rule> rules(int baskets, int least) {
      List<Rule> rules = new ArrayList<>();
      for (int greater = 1, place = 0; place < triangle.length; greater++) {
        for (int less = 0; less < greater; less++, place++) {
          if (triangle[place] >= least) {
            add(rules, greater, less, triangle[place], baskets);
          }
        }
      }
      hashed.forEach(
          (key, both) -> {
            if (both >= least) {
              add(rules, (int) (key >>> 32), (int) key, both, baskets);
            }
          });
      return rules;
    }

    private void add(List<Rule> rules, int greater, int less, int both, int baskets) {
      int a = frequent[greater];
      int b = frequent[less];
      rules.add(new Rule(a, b, both, counts[a], counts[b], baskets));
      rules.add(new Rule(b, a, both, counts[b], counts[a], baskets));
    }
  }
}
