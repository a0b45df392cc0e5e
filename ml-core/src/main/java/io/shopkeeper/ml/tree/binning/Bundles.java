package io.shopkeeper.ml.tree.binning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Puts features together that never differ from their commonest bin in the same row, as columns of
 * yes and no for the values of one category do: one byte then holds the bins of all of them.
 * Nothing is lost, since what a feature's commonest bin adds up to is what the node's other bins
 * leave.
 *
 * <p>Source: G. Ke et al., "LightGBM: A Highly Efficient Gradient Boosting Decision Tree", NIPS
 * 2017 (exclusive feature bundling, here without any conflict).
 *
 * @param group of each feature
 * @param start code of each feature's bin 0 in its group
 * @param common the commonest bin of each feature that shares its group; −1 for one alone, whose
 *     codes are its bins
 * @param codes of each group
 */
record Bundles(int[] group, int[] start, int[] common, int[] codes) {

  private static final int ROOM = 256;

  /** So that many columns that hardly fit together do not take long. */
  private static final int MOST_TRIED = 64;

  /**
   * Of columns.
   *
   * @param columns bins by row
   * @param counts bins of each column
   */
  static Bundles of(byte[][] columns, int[] counts, int rows) {
    var open = new ArrayList<Bundle>();
    for (Rare rare : rare(columns, counts, rows)) {
      long[] bits = rare.bits(columns[rare.feature]);
      Bundle found =
          open.stream()
              .limit(MOST_TRIED)
              .filter(bundle -> bundle.hasRoom(rare, bits))
              .findFirst()
              .orElse(null);
      if (found == null) {
        found = new Bundle(bits.length);
        open.add(found);
      }
      found.add(rare, bits);
    }
    return numbered(columns.length, counts, open);
  }

  /**
   * Those that differ from their commonest bin in at most half of the rows; the least rare first.
   */
  private static List<Rare> rare(byte[][] columns, int[] counts, int rows) {
    return IntStream.range(0, columns.length)
        .filter(feature -> counts[feature] < ROOM)
        .mapToObj(feature -> Rare.of(feature, columns[feature], counts[feature]))
        .filter(rare -> 2L * rare.others <= rows)
        .sorted(Comparator.comparingInt(rare -> -rare.others))
        .toList();
  }

  private static Bundles numbered(int features, int[] counts, List<Bundle> open) {
    int[] group = new int[features];
    int[] start = new int[features];
    int[] common = new int[features];
    Arrays.fill(group, -1);
    Arrays.fill(common, -1);
    var codes = new ArrayList<Integer>();
    for (Bundle bundle : open) {
      if (bundle.members.size() > 1) {
        for (int i = 0; i < bundle.members.size(); i++) {
          Rare rare = bundle.members.get(i);
          group[rare.feature] = codes.size();
          start[rare.feature] = bundle.starts.get(i);
          common[rare.feature] = rare.common;
        }
        codes.add(bundle.codes);
      }
    }
    for (int feature = 0; feature < features; feature++) {
      if (group[feature] < 0) {
        group[feature] = codes.size();
        codes.add(counts[feature]);
      }
    }
    return new Bundles(group, start, common, codes.stream().mapToInt(Integer::intValue).toArray());
  }

  /** How many. */
  int groups() {
    return codes.length;
  }

  /**
   * A feature that is mostly the same.
   *
   * @param count of its bins
   * @param common its commonest bin
   * @param others rows with another
   */
  private record Rare(int feature, int count, int common, int others) {

    static Rare of(int feature, byte[] column, int count) {
      int[] times = new int[ROOM];
      for (byte bin : column) {
        times[bin & 0xFF]++;
      }
      int common = 0;
      for (int bin = 1; bin < count; bin++) {
        common = times[bin] > times[common] ? bin : common;
      }
      return new Rare(feature, count, common, column.length - times[common]);
    }

    /** The rows with another bin. */
    long[] bits(byte[] column) {
      long[] bits = new long[(column.length + 63) / 64];
      for (int row = 0; row < column.length; row++) {
        bits[row >>> 6] |= ((column[row] & 0xFF) == common ? 0L : 1L) << row;
      }
      return bits;
    }
  }

  /** Features that go together. Code 0 is for rows where all have their commonest bin. */
  private static final class Bundle {

    private final List<Rare> members = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();
    private final long[] taken;
    private int codes = 1;

    Bundle(int words) {
      taken = new long[words];
    }

    boolean hasRoom(Rare rare, long[] bits) {
      if (codes + rare.count > ROOM) {
        return false;
      }
      for (int i = 0; i < bits.length; i++) {
        if ((taken[i] & bits[i]) != 0) {
          return false;
        }
      }
      return true;
    }

    void add(Rare rare, long[] bits) {
      members.add(rare);
      starts.add(codes);
      codes += rare.count;
      for (int i = 0; i < bits.length; i++) {
        taken[i] |= bits[i];
      }
    }
  }
}
