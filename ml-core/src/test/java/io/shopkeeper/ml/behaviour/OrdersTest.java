package io.shopkeeper.ml.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cohorts, the grid and the rules, beside what plain lists give. */
class OrdersTest {

  private static YearMonth month(long time) {
    return YearMonth.from(Instant.ofEpochMilli(time).atOffset(ZoneOffset.UTC));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void cohortsAreThoseOfPlainLists(long seed) {
    var shop = new MadeShop(seed);
    ActFilter filter = shop.orderFilter();
    Map<Integer, List<YearMonth>> months = new TreeMap<>();
    for (OrderLog.Order order :
        shop.orders(
            new ActFilter(Long.MIN_VALUE, filter.until(), filter.channel(), filter.people()))) {
      months.computeIfAbsent(order.customer(), one -> new ArrayList<>()).add(month(order.time()));
    }
    List<Cohorts.Cohort> cohorts = Cohorts.of(shop.orderLog, filter).cohorts();
    assertThat(cohorts).isNotEmpty();
    YearMonth last = month(filter.until() - 1);
    assertThat(cohorts.getLast().month()).isEqualTo(last);
    for (Cohorts.Cohort cohort : cohorts) {
      for (int later = 0; later < cohort.active().size(); later++) {
        YearMonth then = cohort.month().plusMonths(later);
        assertThat(cohort.active().get(later))
            .as("%s after %d", cohort.month(), later)
            .isEqualTo(
                months.values().stream()
                    .filter(
                        own ->
                            own.stream()
                                .min(Comparator.naturalOrder())
                                .get()
                                .equals(cohort.month()))
                    .filter(own -> own.contains(then))
                    .count());
      }
      assertThat(cohort.month().plusMonths(cohort.active().size() - 1L)).isEqualTo(last);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void theGridIsThatOfPlainLists(long seed) {
    var shop = new MadeShop(seed);
    ActFilter filter = shop.orderFilter();
    Map<Integer, List<OrderLog.Order>> own =
        shop.orders(filter).stream().collect(Collectors.groupingBy(OrderLog.Order::customer));
    Map<Integer, Integer> recency =
        scores(
            own,
            orders ->
                orders.stream()
                    .mapToLong(order -> Math.floorDiv(order.time(), MadeShop.DAY))
                    .max()
                    .getAsLong());
    Map<Integer, Integer> frequency = scores(own, List::size);
    Map<Integer, Integer> money =
        scores(own, orders -> orders.stream().mapToLong(OrderLog.Order::amount).sum());
    RfmScores scores = RfmScores.of(shop.orderLog, filter);
    assertThat(scores.customers()).containsExactly(keys(own));
    assertThat(scores.recency()).containsExactly(values(recency));
    assertThat(scores.frequency()).containsExactly(values(frequency));
    assertThat(scores.money()).containsExactly(values(money));
    RfmGrid grid = RfmGrid.of(shop.orderLog, filter);
    assertThat(grid.customers()).isEqualTo(own.size()).isPositive();
    assertThat(grid.cells()).hasSize(25);
    for (RfmGrid.Cell cell : grid.cells()) {
      List<Integer> inside =
          own.keySet().stream()
              .filter(
                  one ->
                      recency.get(one) == cell.recency() && frequency.get(one) == cell.frequency())
              .toList();
      assertThat(cell.customers()).isEqualTo(inside.size());
      assertThat(cell.orders())
          .isEqualTo(inside.stream().mapToLong(one -> own.get(one).size()).sum());
      assertThat(cell.amount())
          .isEqualTo(
              inside.stream()
                  .flatMap(one -> own.get(one).stream())
                  .mapToLong(OrderLog.Order::amount)
                  .sum());
    }
    for (int score = 1; score <= 5; score++) {
      int wanted = score;
      assertThat(grid.money().get(score - 1))
          .isEqualTo(money.values().stream().filter(one -> one == wanted).count());
    }
  }

  private static int[] keys(Map<Integer, ?> map) {
    return map.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
  }

  /** In the order of keys. */
  private static int[] values(Map<Integer, Integer> map) {
    return new TreeMap<>(map).values().stream().mapToInt(Integer::intValue).toArray();
  }

  private static Map<Integer, Integer> scores(
      Map<Integer, List<OrderLog.Order>> own, ToLongFunction<List<OrderLog.Order>> value) {
    Map<Integer, Integer> scores = new TreeMap<>();
    own.forEach(
        (customer, orders) -> {
          long worse =
              own.values().stream()
                  .filter(other -> value.applyAsLong(other) < value.applyAsLong(orders))
                  .count();
          scores.put(customer, (int) (1 + 5 * worse / own.size()));
        });
    return scores;
  }

  @Test
  void whoIsEqualIsScoredEqually() {
    assertThat(RfmScores.scores(new long[] {1, 1, 1, 1, 1, 1, 1, 2, 3, 9}))
        .containsExactly(1, 1, 1, 1, 1, 1, 1, 4, 5, 5);
    assertThat(RfmScores.scores(new long[] {5})).containsExactly(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void rulesAreThoseOfPlainLists(long seed) {
    var shop = new MadeShop(seed);
    ActFilter filter = shop.orderFilter();
    List<int[]> baskets =
        shop.orders(filter).stream()
            .map(OrderLog.Order::products)
            .filter(products -> products.length > 0)
            .toList();
    BasketRules rules = BasketRules.of(shop.orderLog, filter, .05, .2, 1000);
    assertThat(rules.orders()).isEqualTo(baskets.size());
    int expected = 0;
    for (int left = 0; left < MadeShop.PRODUCTS; left++) {
      for (int right = 0; right < MadeShop.PRODUCTS; right++) {
        long both = count(baskets, left, right);
        long alone = count(baskets, left, left);
        if (left != right && both >= 2 && both >= .05 * baskets.size() && both >= .2 * alone) {
          expected++;
          int from = left;
          int to = right;
          BasketRules.Rule rule =
              rules.rules().stream()
                  .filter(one -> one.left() == from && one.right() == to)
                  .findFirst()
                  .orElseThrow();
          assertThat(rule.both()).isEqualTo((int) both);
          assertThat(rule.confidence()).isCloseTo((double) both / alone, within(1e-12));
          assertThat(rule.support()).isCloseTo((double) both / baskets.size(), within(1e-12));
          assertThat(rule.lift())
              .isCloseTo(
                  (double) both * baskets.size() / (alone * count(baskets, right, right)),
                  within(1e-9));
        }
      }
    }
    assertThat(rules.found()).isEqualTo(expected).isPositive();
    assertThat(rules.rules())
        .extracting(BasketRules.Rule::lift)
        .isSortedAccordingTo(Comparator.reverseOrder());
  }

  private static long count(List<int[]> baskets, int one, int other) {
    return baskets.stream()
        .filter(basket -> IntStream.of(basket).anyMatch(item -> item == one))
        .filter(basket -> IntStream.of(basket).anyMatch(item -> item == other))
        .count();
  }

  /** So many frequent products that pairs are hashed. */
  @Test
  void manyProductsAreCountedAlike() {
    List<OrderLog.Order> orders = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      int[] products = {i, 5000 + i};
      orders.add(new OrderLog.Order(0, i, (byte) 0, 0, products));
      orders.add(new OrderLog.Order(0, i, (byte) 0, 0, products));
    }
    var rules = BasketRules.of(OrderLog.of(orders), ActFilter.ALL, 0, 0, 3);
    assertThat(rules.found()).isEqualTo(10_000);
    assertThat(rules.rules().getFirst()).isEqualTo(new BasketRules.Rule(0, 5000, 2, 2, 2, 10_000));
  }

  /** Of a single order no rule is made; an order at the end of the time is behind it. */
  @Test
  void aRuleNeedsTwoOrdersWithinTheTime() {
    int[] products = {0, 1};
    OrderLog two =
        OrderLog.of(
            List.of(
                new OrderLog.Order(0, 5, (byte) 0, 0, products),
                new OrderLog.Order(0, 9, (byte) 0, 0, products)));
    for (int until : new int[] {9, 10}) {
      var filter = new ActFilter(5, until, ActFilter.ANY, Optional.empty());
      assertThat(BasketRules.of(two, filter, 0, 0, 10).found()).isEqualTo(until == 9 ? 0 : 2);
    }
  }

  @Test
  void withoutOrdersThereIsNothing() {
    OrderLog none = OrderLog.of(List.of());
    ActFilter filter = new ActFilter(0, MadeShop.DAY, ActFilter.ANY, Optional.empty());
    assertThat(Cohorts.of(none, filter).cohorts()).isEmpty();
    assertThat(RfmGrid.of(none, filter).customers()).isZero();
    assertThat(BasketRules.of(none, filter, .01, 0, 10).rules()).isEmpty();
  }
}
