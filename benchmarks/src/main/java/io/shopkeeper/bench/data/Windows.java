package io.shopkeeper.bench.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/** Sums over what happened to the same customer or terminal in the time before each row. */
final class Windows {

  private final List<int[]> groups = new ArrayList<>();
  private final long[] times;

  /**
   * @param keys of each row
   * @param times of each row, in seconds
   * @param order rows by time
   */
  Windows(String[] keys, long[] times, Integer[] order) {
    this.times = times;
    Map<String, List<Integer>> found = new LinkedHashMap<>();
    for (int row : order) {
      found.computeIfAbsent(keys[row], key -> new ArrayList<>()).add(row);
    }
    found.values().forEach(rows -> groups.add(rows.stream().mapToInt(Integer::intValue).toArray()));
  }

  /**
   * Of each row.
   *
   * @param total of the values
   * @param count of the rows
   */
  record Sums(double[] total, int[] count) {

    Sums without(Sums other) {
      double[] less = new double[total.length];
      int[] fewer = new int[count.length];
      for (int row = 0; row < less.length; row++) {
        less[row] = total[row] - other.total[row];
        fewer[row] = count[row] - other.count[row];
      }
      return new Sums(less, fewer);
    }

    float[] counts() {
      float[] counts = new float[count.length];
      for (int row = 0; row < counts.length; row++) {
        counts[row] = count[row];
      }
      return counts;
    }

    /** 0 where there is none. */
    float[] means() {
      float[] means = new float[count.length];
      for (int row = 0; row < means.length; row++) {
        means[row] = count[row] > 0 ? (float) (total[row] / count[row]) : 0;
      }
      return means;
    }
  }

  /** Over the rows of the same key within so many seconds before, rows of the same moment too. */
  Sums last(long seconds, IntToDoubleFunction value) {
    double[] total = new double[times.length];
    int[] count = new int[times.length];
    for (int[] rows : groups) {
      double[] sums = new double[rows.length + 1];
      for (int i = 0; i < rows.length; i++) {
        sums[i + 1] = sums[i] + value.applyAsDouble(rows[i]);
      }
      int begin = 0;
      int end = 0;
      for (int row : rows) {
        while (end < rows.length && times[rows[end]] <= times[row]) {
          end++;
        }
        while (times[rows[begin]] <= times[row] - seconds) {
          begin++;
        }
        total[row] = sums[end] - sums[begin];
        count[row] = end - begin;
      }
    }
    return new Sums(total, count);
  }
}
