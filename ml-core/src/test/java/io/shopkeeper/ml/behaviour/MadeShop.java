package io.shopkeeper.ml.behaviour;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Acts and orders by chance, dense enough for times that are equal, and the plain lists of them.
 */
final class MadeShop {

  static final int PEOPLE = 12;
  static final int KINDS = 3;
  static final int CHANNELS = 2;
  static final int PRODUCTS = 7;
  static final long DAY = 86_400_000;

  record Act(int person, long time, int kind, int channel, int product) {}

  final List<Act> acts = new ArrayList<>();
  final List<OrderLog.Order> orders = new ArrayList<>();
  final ActFilter filter;
  final ActLog log;
  final OrderLog orderLog;

  MadeShop(long seed) {
    var random = new SplittableRandom(seed);
    long span = seed % 2 == 0 ? 40 : 20 * Sessions.GAP;
    ActColumns columns = new ActColumns();
    for (int i = 0; i < 150; i++) {
      var act =
          new Act(
              random.nextInt(PEOPLE),
              random.nextLong(span),
              random.nextInt(KINDS),
              random.nextInt(CHANNELS),
              random.nextInt(-1, PRODUCTS));
      acts.add(act);
      columns.add(2 * act.person(), act.time(), act.kind(), act.channel(), act.product());
    }
    for (int i = 0; i < 120; i++) {
      int[] products = random.ints(random.nextInt(5), 0, PRODUCTS).distinct().toArray();
      orders.add(
          new OrderLog.Order(
              random.nextInt(PEOPLE),
              random.nextLong(-DAY * 200, DAY * 400),
              (byte) random.nextInt(CHANNELS),
              random.nextLong(-3, 9) * 100,
              products));
    }
    BitSet people = new BitSet();
    random.ints(2 * PEOPLE, 0, PEOPLE).forEach(people::set);
    boolean all = seed % 3 == 0;
    filter =
        all
            ? ActFilter.ALL
            : new ActFilter(
                span / 8, span - span / 8, (int) (seed % 5) - 3 < 0 ? -1 : 1, Optional.of(people));
    int[] personOf = new int[2 * PEOPLE];
    for (int who = 0; who < personOf.length; who++) {
      personOf[who] = who % 2 == 0 ? who / 2 : -1;
    }
    log = columns.by(personOf, PEOPLE);
    orderLog = OrderLog.of(orders);
  }

  /** The filter for orders. */
  ActFilter orderFilter() {
    return filter.equals(ActFilter.ALL)
        ? new ActFilter(Long.MIN_VALUE, DAY * 400, ActFilter.ANY, Optional.empty())
        : new ActFilter(-DAY * 90, DAY * 300, filter.channel(), filter.people());
  }

  /** A person's acts that count, in order. */
  List<Act> of(int person) {
    return acts.stream()
        .filter(act -> act.person() == person && filter.takes(person))
        .filter(act -> filter.takes(act.time(), (byte) act.channel()))
        .sorted(Comparator.comparingLong(Act::time))
        .toList();
  }

  /** All sessions that count. */
  List<List<Act>> sessions(long gap) {
    List<List<Act>> sessions = new ArrayList<>();
    for (int person = 0; person < PEOPLE; person++) {
      List<Act> open = null;
      for (Act act : of(person)) {
        if (open == null || act.time() - open.getLast().time() > gap) {
          open = new ArrayList<>();
          sessions.add(open);
        }
        open.add(act);
      }
    }
    return sessions;
  }

  /** Orders that count. */
  List<OrderLog.Order> orders(ActFilter of) {
    return orders.stream()
        .filter(order -> of.takes(order.customer()) && of.takes(order.time(), order.channel()))
        .toList();
  }
}
