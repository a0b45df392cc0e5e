package io.shopkeeper.ml.value;

import java.util.Arrays;

/**
 * When one customer bought, and for how much. Purchases of one day are one purchase. Immutable; the
 * arrays must not be changed.
 *
 * @param days of the purchases, days since 1970-01-01, strictly rising
 * @param spends at each, in the shop's currency, finite, 0 or more
 */
public record PurchaseHistory(int[] days, double[] spends) {

  /** Who never bought. */
  public static final PurchaseHistory EMPTY = new PurchaseHistory(new int[0], new double[0]);

  public PurchaseHistory {
    if (days.length != spends.length) {
      throw new IllegalArgumentException(
          "%d days, but %d spends".formatted(days.length, spends.length));
    }
    for (int i = 0; i < days.length; i++) {
      if (i > 0 && days[i] <= days[i - 1]) {
        throw new IllegalArgumentException(
            "days must rise, but %d follows %d".formatted(days[i], days[i - 1]));
      }
      if (!(spends[i] >= 0 && Double.isFinite(spends[i]))) {
        throw new IllegalArgumentException(
            "a spend must be 0 or more, but is %s on day %d".formatted(spends[i], days[i]));
      }
    }
  }

  /**
   * Of purchases in any order; those of one day are added up.
   *
   * @param days since 1970-01-01
   */
  public static PurchaseHistory of(int[] days, double[] spends) {
    int[] distinct = Arrays.stream(days).sorted().distinct().toArray();
    double[] sums = new double[distinct.length];
    for (int i = 0; i < days.length; i++) {
      sums[Arrays.binarySearch(distinct, days[i])] += spends[i];
    }
    return new PurchaseHistory(distinct, sums);
  }

  /** How many purchases there are. */
  public int purchases() {
    return days.length;
  }

  /** What was bought before a day, which is the first that is left out. */
  public PurchaseHistory before(int day) {
    int count = place(day);
    return count == days.length
        ? this
        : new PurchaseHistory(Arrays.copyOf(days, count), Arrays.copyOf(spends, count));
  }

  /** What was bought from a day on, up to another that is left out. */
  public PurchaseHistory within(int from, int to) {
    int begin = place(from);
    int end = Math.max(begin, place(to));
    return new PurchaseHistory(
        Arrays.copyOfRange(days, begin, end), Arrays.copyOfRange(spends, begin, end));
  }

  /** The sum of what was spent. */
  public double spent() {
    return Arrays.stream(spends).sum();
  }

  private int place(int day) {
    int found = Arrays.binarySearch(days, day);
    return found >= 0 ? found : -found - 1;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PurchaseHistory that
        && Arrays.equals(days, that.days)
        && Arrays.equals(spends, that.spends);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(days) + Arrays.hashCode(spends);
  }

  @Override
  public String toString() {
    return "PurchaseHistory[days=%s, spends=%s]"
        .formatted(Arrays.toString(days), Arrays.toString(spends));
  }
}
