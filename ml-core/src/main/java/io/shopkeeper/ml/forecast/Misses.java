package io.shopkeeper.ml.forecast;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What the forecasts of a rehearsal were wrong by, in {@linkplain ErrorBands#width widths}, for one
 * week ahead: apart for products that sell regularly, now and then, or seldom, and for all.
 */
final class Misses {

  /** A group with fewer uses those of all. */
  private static final int FEWEST = 100;

  /** Groups, the last being all products. */
  static final int GROUPS = DemandClass.values().length + 1;

  /**
   * One.
   *
   * @param origin the first week that was not known
   * @param week that was foretold
   * @param group of the product, by its place
   * @param error what came less what was foretold
   * @param floor the least that it can have been, as nothing was sold
   */
  record Miss(int origin, int week, int group, double error, double floor) {

    /** Whether what came lay in the band with these ends, which does not go below 0. */
    boolean within(double[] ends) {
      double low = Math.max(floor, ends[0]);
      return error >= low && error <= Math.max(low, ends[1]);
    }
  }

  private final List<List<Miss>> sorted = new ArrayList<>();

  /** Of some forecasts of a week that lies as far ahead. */
  Misses(List<Miss> some) {
    List<Miss> all = some.stream().sorted(Comparator.comparingDouble(Miss::error)).toList();
    for (int group = 0; group < GROUPS - 1; group++) {
      int place = group;
      List<Miss> own = all.stream().filter(one -> one.group() == place).toList();
      sorted.add(own.size() < FEWEST ? all : own);
    }
    sorted.add(all);
  }

  boolean isEmpty() {
    return sorted.getLast().isEmpty();
  }

  /**
   * The ends of a band.
   *
   * @param group by its place
   * @param outside the share that both tails together leave out, from 0 to 1
   * @return low and high, in widths; the greater the share, the nearer to one another
   */
  double[] ends(int group, double outside) {
    List<Miss> own = sorted.get(group);
    int count = own.size();
    int last = (int) Math.floor((count + 1) * outside / 2) - 1;
    double low = own.get(Math.max(0, last)).error();
    // A low end below 0 is 0, and nothing lies below that.
    long below = own.stream().filter(one -> one.error() < low && low > one.floor()).count();
    int high = (int) Math.ceil((count + 1) * (1 - outside)) + (int) below - 1;
    return new double[] {low, own.get(Math.clamp(high, 0, count - 1)).error()};
  }
}
