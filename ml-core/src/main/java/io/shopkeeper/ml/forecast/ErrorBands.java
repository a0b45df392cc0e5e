package io.shopkeeper.ml.forecast;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How wrong forecasts were, and so where what comes will lie (split conformal prediction: V. Vovk,
 * A. Gammerman, G. Shafer, "Algorithmic Learning in a Random World", 2005; by groups: Mondrian).
 * Errors are those of the rehearsal, as shares of a {@linkplain #width width} that grows with what
 * is foretold and with how unsteady the product is; apart for each week ahead and for products that
 * sell regularly, now and then, or seldom. Bands do not go below 0; what the lower tail does not
 * need there, the upper gives away, so that both together leave out what was stated.
 *
 * @param factors the ends of bands in widths: level × week ahead × group × (low, high), the last
 *     group being all products
 */
record ErrorBands(double[][][][] factors) {

  /** What bands cover. */
  static final List<Double> LEVELS = List.of(0.8, 0.95);

  /** A group with fewer errors uses those of all. */
  private static final int FEWEST = 100;

  private static final int GROUPS = DemandClass.values().length;

  /** What an error is measured in. */
  static double width(DemandHistory past, double expected) {
    return 0.3 + past.spreadOfLast(13) + 0.5 * Math.sqrt(expected);
  }

  /**
   * An error in widths.
   *
   * @param floor the least that it can have been, as nothing was sold
   */
  private record Miss(double error, double floor) {}

  /** Collects errors. */
  static final class Builder {

    private final List<List<List<Miss>>> all = new ArrayList<>();

    Builder(int horizon) {
      for (int ahead = 0; ahead < horizon; ahead++) {
        List<List<Miss>> groups = new ArrayList<>();
        for (int group = 0; group <= GROUPS; group++) {
          groups.add(new ArrayList<>());
        }
        all.add(groups);
      }
    }

    /** Adds what came beside what was foretold. */
    void add(DemandHistory past, int ahead, double expected, double came) {
      double width = width(past, expected);
      var miss = new Miss((came - expected) / width, -expected / width);
      List<List<Miss>> groups = all.get(ahead);
      groups.get(DemandClass.of(past).place()).add(miss);
      groups.get(GROUPS).add(miss);
    }

    /** Bands of those errors; of the nearest week ahead where there are none of one. */
    ErrorBands build() {
      double[][][][] factors = new double[LEVELS.size()][all.size()][GROUPS + 1][];
      for (int level = 0; level < factors.length; level++) {
        for (int ahead = 0; ahead < all.size(); ahead++) {
          for (int group = 0; group <= GROUPS; group++) {
            List<Miss> some = all.get(ahead).get(group);
            factors[level][ahead][group] =
                ends(
                    some.size() < FEWEST ? all.get(ahead).get(GROUPS) : some,
                    1 - LEVELS.get(level));
          }
        }
      }
      return new ErrorBands(factors);
    }

    private static double[] ends(List<Miss> misses, double outside) {
      if (misses.isEmpty()) {
        throw new IllegalArgumentException("no week was rehearsed; more weeks are needed");
      }
      List<Miss> sorted = misses.stream().sorted(Comparator.comparingDouble(Miss::error)).toList();
      int count = sorted.size();
      int last = (int) Math.floor((count + 1) * outside / 2) - 1;
      double low = sorted.get(Math.max(0, last)).error();
      // A low end below 0 is 0, and nothing lies below that.
      long below = sorted.stream().filter(one -> one.error() < low && low > one.floor()).count();
      int high = (int) Math.ceil((count + 1) * (1 - outside)) + (int) below - 1;
      return new double[] {low, sorted.get(Math.clamp(high, 0, count - 1)).error()};
    }
  }

  int horizon() {
    return factors[0].length;
  }

  /**
   * A band.
   *
   * @param ahead from 0
   * @param level place in {@link #LEVELS}
   * @return low and high, 0 or more
   */
  double[] band(DemandHistory past, int ahead, double expected, int level) {
    double[] ends = factors[level][ahead][DemandClass.of(past).place()];
    double width = width(past, expected);
    double low = Math.max(0, expected + width * ends[0]);
    return new double[] {low, Math.max(low, expected + width * ends[1])};
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(horizon());
    for (double[][][] level : factors) {
      for (double[][] ahead : level) {
        for (double[] ends : ahead) {
          out.writeDouble(ends[0]);
          out.writeDouble(ends[1]);
        }
      }
    }
  }

  static ErrorBands read(DataInput in, int horizon) throws IOException {
    if (in.readInt() != horizon) {
      throw new IOException("damaged: bands of another horizon");
    }
    double[][][][] factors = new double[LEVELS.size()][horizon][GROUPS + 1][2];
    for (double[][][] level : factors) {
      for (double[][] ahead : level) {
        for (double[] ends : ahead) {
          ends[0] = in.readDouble();
          ends[1] = in.readDouble();
        }
      }
    }
    return new ErrorBands(factors);
  }
}
