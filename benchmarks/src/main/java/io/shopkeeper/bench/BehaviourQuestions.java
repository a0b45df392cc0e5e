package io.shopkeeper.bench;

import io.shopkeeper.ml.behaviour.ActColumns;
import io.shopkeeper.ml.behaviour.ActFilter;
import io.shopkeeper.ml.behaviour.ActLog;
import io.shopkeeper.ml.behaviour.BasketRules;
import io.shopkeeper.ml.behaviour.Cohorts;
import io.shopkeeper.ml.behaviour.Funnel;
import io.shopkeeper.ml.behaviour.OrderLog;
import io.shopkeeper.ml.behaviour.Paths;
import io.shopkeeper.ml.behaviour.RfmGrid;
import io.shopkeeper.ml.behaviour.SessionFigures;
import io.shopkeeper.ml.behaviour.Sessions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * What people did, counted: a million events of 150,000 people over a year in bursts, and 150,000
 * orders of one to nine of 10,000 products, a few of them popular. No peer: it is asked whether
 * each question takes less than a second.
 */
final class BehaviourQuestions {

  private static final int ACTS = 1_000_000;
  private static final int PEOPLE = 150_000;
  private static final int CUSTOMERS = 40_000;
  private static final int ORDERS = 150_000;
  private static final int PRODUCTS = 10_000;
  private static final long DAY = 86_400_000;
  private static final long YEAR = 365 * DAY;
  private static final int WARM_UPS = 5;
  private static final byte[] STEPS = {0, 4, 6};

  private final ActColumns columns = new ActColumns();
  private final int[] personOf = IntStream.range(0, PEOPLE).toArray();
  private final OrderLog orders;

  BehaviourQuestions() {
    var random = new SplittableRandom(42);
    int person = 0;
    long time = 0;
    for (int i = 0; i < ACTS; i++) {
      if (random.nextInt(6) == 0) {
        person = random.nextInt(PEOPLE);
        time = random.nextLong(YEAR);
      }
      time += random.nextLong(120_000);
      int kind = random.nextInt(100);
      columns.add(
          person,
          time,
          kind < 70 ? 0 : kind < 82 ? 1 : kind < 92 ? 4 : 6,
          random.nextInt(3),
          popular(random));
    }
    List<OrderLog.Order> made = new ArrayList<>();
    for (int i = 0; i < ORDERS; i++) {
      made.add(
          new OrderLog.Order(
              popular(random) * CUSTOMERS / PRODUCTS + random.nextInt(4),
              random.nextLong(YEAR),
              (byte) random.nextInt(3),
              random.nextLong(1_000, 20_000),
              random.ints(1 + random.nextInt(9)).map(one -> popular(random)).distinct().toArray()));
    }
    orders = OrderLog.of(made);
  }

  /** Small numbers are likelier: the square of a uniform number. */
  private static int popular(SplittableRandom random) {
    double uniform = random.nextDouble();
    return (int) (uniform * uniform * PRODUCTS);
  }

  List<Row> measure(int runs) {
    ActLog log = columns.by(personOf, PEOPLE);
    var year = new ActFilter(0, YEAR, ActFilter.ANY, Optional.empty());
    List<Row> rows = new ArrayList<>();
    rows.add(row("by person, after a change", () -> columns.by(personOf, PEOPLE), runs));
    rows.add(
        row("funnel in a session", () -> Funnel.sessions(log, year, STEPS, Sessions.GAP), runs));
    rows.add(row("funnel in 30 days", () -> Funnel.people(log, year, STEPS, 30 * DAY), runs));
    rows.add(row("paths of 5 steps", () -> Paths.of(log, year, Sessions.GAP, 5, 30), runs));
    rows.add(row("sessions", () -> SessionFigures.of(log, year, Sessions.GAP, (byte) 6), runs));
    rows.add(row("cohorts", () -> Cohorts.of(orders, year), runs));
    rows.add(row("RFM grid", () -> RfmGrid.of(orders, year), runs));
    rows.add(row("rules, support .1 %", () -> BasketRules.of(orders, year, .001, 0, 200), runs));
    rows.add(row("rules, two orders", () -> BasketRules.of(orders, year, 0, 0, 200), runs));
    return rows;
  }

  private static Row row(String what, Supplier<?> work, int runs) {
    double seconds = Turns.take(Turns.timed(work), null, WARM_UPS, runs).ours();
    return new Row(
        "behaviour: " + what,
        "1 M",
        "java",
        1000 * seconds,
        Turns.heap(work),
        "",
        Double.NaN,
        0,
        "ms",
        runs);
  }
}
