package io.shopkeeper.bench.data;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * First purchases in a shop, some of them fraud: value, age, seconds from signup to purchase, hour
 * and weekday of both, sex, source and browser as 0 and 1, and how many purchases before came from
 * the same device and the same address. The column time counts minutes of 2015, for a split by
 * time.
 */
public final class FirstPurchases {

  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("M/d/uuuu H:mm", Locale.ROOT);

  private static final LocalDateTime START = LocalDateTime.of(2015, 1, 1, 0, 0);

  private FirstPurchases() {}

  /** Of fraud_data_30k.csv, gzipped or not. */
  public static TabularCase read(Path file) {
    Cells cells = Cells.read(file);
    LocalDateTime[] signup = times(cells, "signup_time");
    LocalDateTime[] purchase = times(cells, "purchase_time");
    Integer[] order = IntStream.range(0, cells.rows()).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparing(row -> purchase[row]));
    var columns = new LinkedHashMap<String, float[]>();
    columns.put("purchase_value", cells.numbers("purchase_value"));
    columns.put("age", cells.numbers("age"));
    float[] seconds = new float[purchase.length];
    for (int row = 0; row < seconds.length; row++) {
      seconds[row] = seconds(purchase[row]) - seconds(signup[row]);
    }
    columns.put("seconds_to_purchase", seconds);
    columns.put("purchase_hour", of(purchase, LocalDateTime::getHour));
    columns.put("purchase_weekday", of(purchase, FirstPurchases::weekday));
    columns.put("signup_hour", of(signup, LocalDateTime::getHour));
    columns.put("signup_weekday", of(signup, FirstPurchases::weekday));
    columns.put("male", Cells.numbers(cells.column("sex"), cell -> cell.equals("M") ? 1 : 0));
    columns.putAll(cells.oneHot("source"));
    columns.putAll(cells.oneHot("browser"));
    columns.put("device_before", before(cells.column("device_id"), order));
    columns.put("address_before", before(cells.column("ip_address"), order));
    columns.put("time", of(purchase, when -> (seconds(when) - seconds(START)) / 60.0));
    return Cells.table("fraud-30k", columns, cells.yes("class", "1"));
  }

  private static LocalDateTime[] times(Cells cells, String name) {
    return Arrays.stream(cells.column(name))
        .map(cell -> LocalDateTime.parse(cell, FORM))
        .toArray(LocalDateTime[]::new);
  }

  private static long seconds(LocalDateTime when) {
    return when.toEpochSecond(ZoneOffset.UTC);
  }

  /** Monday is 0. */
  private static int weekday(LocalDateTime when) {
    return when.getDayOfWeek().getValue() - 1;
  }

  private static float[] of(LocalDateTime[] times, ToDoubleFunction<LocalDateTime> part) {
    float[] values = new float[times.length];
    for (int row = 0; row < values.length; row++) {
      values[row] = (float) part.applyAsDouble(times[row]);
    }
    return values;
  }

  /** How often each value was there before, in the order of time. */
  private static float[] before(String[] values, Integer[] order) {
    Map<String, Integer> seen = new HashMap<>();
    float[] counts = new float[values.length];
    for (int row : order) {
      counts[row] = seen.merge(values[row], 1, Integer::sum) - 1;
    }
    return counts;
  }
}
