package io.shopkeeper.ml.behaviour;

import java.time.LocalDate;

/** Months of UTC as numbers: 12 × year + month − 1. */
final class Months {

  private static final long DAY = 86_400_000;

  private Months() {}

  /** The month of a time. */
  static int of(long millis) {
    LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(millis, DAY));
    return 12 * day.getYear() + day.getMonthValue() - 1;
  }
}
