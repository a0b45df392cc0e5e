package io.shopkeeper.ml.fraud;

import io.shopkeeper.ml.table.Column;
import io.shopkeeper.ml.table.NumberColumn;
import io.shopkeeper.ml.table.cells.CellColumn;
import io.shopkeeper.ml.table.cells.TimeCells;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Hour, day of the week, night, weekend, and the time since other times of the row. */
final class TimeFeatures {

  private static final long HOUR = 3_600_000;
  private static final long DAY = 24 * HOUR;
  private static final double SECOND = 1000;

  /** 1970-01-01 was a Thursday; Monday is 0. */
  private static final int FIRST_DAY = 3;

  private static final int SATURDAY = 5;

  /** The hours up to and with this are night, as in the Fraud Detection Handbook. */
  private static final int NIGHT = 6;

  private final TransactionColumns columns;
  private final Moments moments;

  TimeFeatures(TransactionColumns columns, Moments moments) {
    this.columns = columns;
    this.moments = moments;
  }

  List<Column> of(Map<String, CellColumn> cells, int[] rows) {
    List<Column> features = new ArrayList<>();
    columns.time().ifPresent(name -> clock(name, pick(moments.times(), rows), features, true));
    for (String name : columns.of(ColumnKind.TIME)) {
      if (!name.equals(columns.time().orElse(null))) {
        long[] other = pick(TimeCells.any(cells.get(name)).orElseThrow(), rows);
        clock(name, other, features, false);
        features.add(gap(name, other, pick(moments.times(), rows)));
      }
    }
    return features;
  }

  private static void clock(String name, long[] times, List<Column> features, boolean whole) {
    features.add(column(name + ".hour", times, time -> hour(time)));
    features.add(column(name + ".weekday", times, time -> weekday(time)));
    if (whole) {
      features.add(column(name + ".night", times, time -> night(time)));
      features.add(column(name + ".weekend", times, time -> weekend(time)));
    }
  }

  private static Column gap(String name, long[] other, long[] moments) {
    float[] values = new float[other.length];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          other[i] == TimeCells.MISSING ? Float.NaN : (float) ((moments[i] - other[i]) / SECOND);
    }
    return new NumberColumn("since." + name, values);
  }

  private interface OfTime {
    float of(long time);
  }

  private static Column column(String name, long[] times, OfTime feature) {
    float[] values = new float[times.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = times[i] == TimeCells.MISSING ? Float.NaN : feature.of(times[i]);
    }
    return new NumberColumn(name, values);
  }

  /** With its minutes, 0 to below 24. */
  static float hour(long time) {
    return Math.floorMod(time, DAY) / (float) HOUR;
  }

  /** Monday is 0. */
  static int weekday(long time) {
    return Math.floorMod(Math.floorDiv(time, DAY) + FIRST_DAY, 7);
  }

  /** 1 at night. */
  static float night(long time) {
    return (int) hour(time) <= NIGHT ? 1 : 0;
  }

  /** 1 at the weekend. */
  static float weekend(long time) {
    return weekday(time) >= SATURDAY ? 1 : 0;
  }

  private static long[] pick(long[] times, int[] rows) {
    long[] picked = new long[rows.length];
    for (int i = 0; i < rows.length; i++) {
      picked[i] = times[rows[i]];
    }
    return picked;
  }
}
