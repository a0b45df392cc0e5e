package io.shopkeeper.prediction.behaviour;

import io.shopkeeper.catalog.boundary.analysis.ActRow;
import io.shopkeeper.catalog.boundary.analysis.BasketRow;
import io.shopkeeper.catalog.boundary.person.PersonRegister;
import io.shopkeeper.ml.behaviour.ActColumns;
import io.shopkeeper.ml.behaviour.OrderLog;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Events and orders as they were read, before it is known who is who: both may change without them.
 * For one thread.
 */
final class ShopColumns {

  /** Channels that are told apart; whatever comes later is the last of them. */
  private static final int CHANNELS = 127;

  private static final String OTHER = "…";

  private final Optional<Instant> cut;
  private final ActColumns acts = new ActColumns();
  private final Codes<Doer> doers = new Codes<>();
  private final Codes<String> products = new Codes<>();
  private final Codes<String> channels = new Codes<>();
  private final Map<String, Basket> baskets = new HashMap<>();

  /** Of what was stored lately: it is read again with what comes next. */
  private final Map<String, Instant> recent = new HashMap<>();

  /** Who an event or order names. */
  private record Doer(String customerId, String visitorId) {}

  /** An order as numbers. */
  private record Basket(
      int doer,
      boolean bought,
      long time,
      int channel,
      String currency,
      long amount,
      List<Integer> products) {}

  /**
   * Nothing yet.
   *
   * @param cut events that were done before are not taken; empty for all
   */
  ShopColumns(Optional<Instant> cut) {
    this.cut = cut;
  }

  /**
   * Adds an event that is not known yet.
   *
   * @param since what was stored from then on may come again
   */
  void add(ActRow row, Instant since) {
    if (cut.filter(row.time()::isBefore).isPresent()) {
      return;
    }
    if (!row.received().isBefore(since) && recent.put(row.eventId(), row.received()) != null) {
      return;
    }
    acts.add(
        doers.of(new Doer(row.customerId(), row.visitorId())),
        row.time().toEpochMilli(),
        Kinds.of(row.type()),
        channel(row.channel()),
        row.productId() == null ? -1 : products.of(row.productId()));
  }

  /** Forgets which events that were stored before a time are known. */
  void forgetBefore(Instant time) {
    recent.values().removeIf(received -> received.isBefore(time));
  }

  /**
   * Adds an order, or puts it in the place of what it was; answers whether that changes anything.
   */
  boolean put(BasketRow row) {
    var basket =
        new Basket(
            doers.of(new Doer(row.customerId(), null)),
            row.bought(),
            row.placed().toEpochMilli(),
            channel(row.channel()),
            row.currency(),
            row.total().movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValueExact(),
            row.products().stream().map(products::of).toList());
    return !basket.equals(baskets.put(row.orderId(), basket));
  }

  private int channel(String name) {
    String known = name == null ? "" : name;
    return channels.size() < CHANNELS ? channels.of(known) : Math.min(channels.of(OTHER), CHANNELS);
  }

  long acts() {
    return acts.size();
  }

  long baskets() {
    return baskets.size();
  }

  /** What is counted from now on, of those who allow it. */
  ShopSnapshot snapshot(PersonRegister register, Instant asOf) {
    Map<String, Integer> people = new HashMap<>();
    BitSet customers = new BitSet();
    int[] personOf = new int[doers.size()];
    for (int i = 0; i < personOf.length; i++) {
      Doer doer = doers.thing(i);
      Optional<String> person = register.learnsFrom(doer.customerId(), doer.visitorId());
      if (person.isEmpty()) {
        personOf[i] = -1;
        continue;
      }
      int known = people.size();
      personOf[i] = people.computeIfAbsent(person.get(), one -> known);
      if (person.get().startsWith("c:")) {
        customers.set(personOf[i]);
      }
    }
    var log = acts.by(personOf, people.size());
    String currency = usualCurrency();
    List<OrderLog.Order> bought = new ArrayList<>();
    List<OrderLog.Order> priced = new ArrayList<>();
    String[] ids = new String[people.size()];
    long[] first = new long[people.size()];
    Arrays.fill(first, Long.MAX_VALUE);
    long refused = 0;
    for (Basket basket : baskets.values()) {
      int person = personOf[basket.doer()];
      if (!basket.bought() || person < 0) {
        refused += basket.bought() ? 1 : 0;
        continue;
      }
      ids[person] = doers.thing(basket.doer()).customerId();
      first[person] = Math.min(first[person], basket.time());
      OrderLog.Order order = order(basket, person);
      bought.add(order);
      if (currency.equals(basket.currency())) {
        priced.add(order);
      }
    }
    OrderLog orders = OrderLog.of(bought);
    return new ShopSnapshot(
        log,
        orders,
        priced.size() == bought.size() ? orders : OrderLog.of(priced),
        products.all(),
        channels.all(),
        customers,
        ids,
        first,
        currency,
        new ShopSnapshot.LeftOut(acts.size() - log.size(), refused, cut),
        asOf);
  }

  private static OrderLog.Order order(Basket basket, int person) {
    return new OrderLog.Order(
        person,
        basket.time(),
        (byte) basket.channel(),
        basket.amount(),
        basket.products().stream().mapToInt(Integer::intValue).toArray());
  }

  private String usualCurrency() {
    Map<String, Integer> counts = new TreeMap<>();
    for (Basket basket : baskets.values()) {
      if (basket.bought() && basket.currency() != null) {
        counts.merge(basket.currency(), 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse("");
  }
}
