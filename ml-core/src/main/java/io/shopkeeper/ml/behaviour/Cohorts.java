package io.shopkeeper.ml.behaviour;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Who comes back: customers by the month of their first order, and how many of them order in each
 * month from then on. Months are those of UTC.
 *
 * @param cohorts in the order of months; those without customers are there, too
 */
public record Cohorts(List<Cohort> cohorts) {

  /** Cohorts at most. */
  public static final int MOST = 120;

  /**
   * Customers who came in the same month.
   *
   * @param month of the first order
   * @param active how many ordered in that month, which is all, in the next, and so on to the last
   */
  public record Cohort(YearMonth month, List<Long> active) {
    public Cohort {
      active = List.copyOf(active);
    }

    /** How many they are. */
    public long size() {
      return active.getFirst();
    }
  }

  public Cohorts {
    cohorts = List.copyOf(cohorts);
  }

  /**
   * Of orders that count. The first order of a customer is the first of all that pass the filter's
   * channel, however early; the filter's time says which months are wanted.
   *
   * @param filter with an end
   */
  public static Cohorts of(OrderLog orders, ActFilter filter) {
    int last = Months.of(filter.until() - 1);
    int begin = Math.max(begin(orders, filter), last - MOST + 1);
    if (begin > last) {
      return new Cohorts(List.of());
    }
    int months = last - begin + 1;
    long[][] active = new long[months][];
    Arrays.setAll(active, cohort -> new long[months - cohort]);
    int[] cohortOf = new int[orders.customers()];
    int[] seen = new int[orders.customers()];
    Arrays.fill(cohortOf, Integer.MIN_VALUE);
    ActFilter before =
        new ActFilter(Long.MIN_VALUE, filter.until(), filter.channel(), filter.people());
    for (int order = 0; order < orders.size(); order++) {
      if (!orders.taken(order, before)) {
        continue;
      }
      int customer = orders.customer(order);
      int month = Months.of(orders.time(order));
      if (cohortOf[customer] == Integer.MIN_VALUE) {
        cohortOf[customer] = month;
      } else if (seen[customer] == month) {
        continue;
      }
      seen[customer] = month;
      if (cohortOf[customer] >= begin) {
        active[cohortOf[customer] - begin][month - cohortOf[customer]]++;
      }
    }
    return new Cohorts(cohorts(begin, active));
  }

  /** The month of the first order that may count, or of the filter's begin if that is later. */
  private static int begin(OrderLog orders, ActFilter filter) {
    for (int order = 0; order < orders.size(); order++) {
      if (orders.taken(order, filter)) {
        int wanted = filter.from() == Long.MIN_VALUE ? Integer.MIN_VALUE : Months.of(filter.from());
        return Math.max(wanted, Months.of(orders.time(order)));
      }
    }
    return Integer.MAX_VALUE;
  }

  private static List<Cohort> cohorts(int begin, long[][] active) {
    List<Cohort> cohorts = new ArrayList<>();
    for (int i = 0; i < active.length; i++) {
      int month = begin + i;
      cohorts.add(
          new Cohort(
              YearMonth.of(Math.floorDiv(month, 12), Math.floorMod(month, 12) + 1),
              Arrays.stream(active[i]).boxed().toList()));
    }
    return cohorts;
  }
}
