package io.shopkeeper.prediction.boundary.behaviour;

import java.time.YearMonth;
import java.util.List;

/**
 * Who comes back: customers by the month of their first purchase, and how many of them buy in each
 * month from then on.
 *
 * @param cohorts in the order of months
 */
public record CohortsView(List<Cohort> cohorts) {

  /**
   * Customers who first bought in the same month.
   *
   * @param active how many bought in that month, which is all, in the next, and so on
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

  public CohortsView {
    cohorts = List.copyOf(cohorts);
  }

  /** Customers of all cohorts. */
  public long customers() {
    return cohorts.stream().mapToLong(Cohort::size).sum();
  }

  /**
   * Of the cohorts that are old enough the share who bought so many months after their first
   * purchase, from 0 to 1; 0 where none is.
   */
  public double retention(int months) {
    long all = 0;
    long came = 0;
    for (Cohort cohort : cohorts) {
      if (cohort.active().size() > months) {
        all += cohort.size();
        came += cohort.active().get(months);
      }
    }
    return all == 0 ? 0 : (double) came / all;
  }
}
