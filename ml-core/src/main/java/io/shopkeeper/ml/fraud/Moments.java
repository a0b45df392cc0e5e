package io.shopkeeper.ml.fraud;

import io.shopkeeper.ml.table.cells.CellColumn;
import io.shopkeeper.ml.table.cells.TimeCells;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * When each row was.
 *
 * @param times milliseconds of the epoch, or from any beginning; all 0 where nothing says so
 * @param order rows by time, ties in the order of the table
 */
record Moments(long[] times, int[] order) {

  static Moments of(TransactionColumns columns, Map<String, CellColumn> cells) {
    if (columns.time().isEmpty()) {
      int rows = cells.values().stream().mapToInt(CellColumn::size).findFirst().orElse(0);
      return new Moments(new long[rows], IntStream.range(0, rows).toArray());
    }
    String name = columns.time().get();
    long[] times =
        TimeCells.any(cells.get(name))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "%s must hold times such as 2018-07-25 10:30:00, 7/25/2018 10:30 or whole numbers"
                            .formatted(name)));
    for (int row = 0; row < times.length; row++) {
      if (times[row] == TimeCells.MISSING) {
        throw new IllegalArgumentException(
            "row %,d: %s must be a time, but is %s"
                .formatted(row + 1, name, cells.get(name).get(row)));
      }
    }
    int[] order =
        IntStream.range(0, times.length)
            .boxed()
            .sorted(Comparator.comparingLong(row -> times[row]))
            .mapToInt(Integer::intValue)
            .toArray();
    return new Moments(times, order);
  }

  /** From the first to the last, in milliseconds. */
  long length() {
    return order.length == 0 ? 0 : times[order[order.length - 1]] - times[order[0]];
  }
}
