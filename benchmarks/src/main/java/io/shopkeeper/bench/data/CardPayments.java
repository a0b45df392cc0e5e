package io.shopkeeper.bench.data;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Simulated card payments with the features of the Fraud Detection Handbook (Le Borgne and others,
 * chapter 3): amount, weekend, night; of the customer the number and the mean amount of payments in
 * the last 1, 7 and 30 days, this one included; of the terminal the number of payments and the
 * share of frauds in windows of those lengths that end seven days before.
 */
public final class CardPayments {

  private static final long DAY = 86_400;
  private static final int[] WINDOWS = {1, 7, 30};
  private static final int DELAY = 7;
  private static final long FIRST = LocalDate.of(2018, 7, 25).toEpochDay();

  private final Cells cells;
  private final Integer[] order;
  private final LocalDateTime[] moments;
  private final long[] times;
  private final boolean[] fraud;

  private CardPayments(Cells cells) {
    this.cells = cells;
    this.moments =
        Arrays.stream(cells.column("TX_DATETIME"))
            .map(cell -> LocalDateTime.parse(cell.replace(' ', 'T')))
            .toArray(LocalDateTime[]::new);
    this.times =
        Arrays.stream(moments).mapToLong(when -> when.toEpochSecond(ZoneOffset.UTC)).toArray();
    this.fraud = cells.yes("TX_FRAUD", "1");
    this.order = IntStream.range(0, cells.rows()).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingLong(row -> times[row]));
  }

  /** Both sides of the handbook's split. */
  public record Sides(TabularCase train, TabularCase test) {}

  /**
   * Of the transactions' file: trained on the week from 25 July 2018, tested on the week from 8
   * August without customers whose fraud was known by then.
   */
  public static Sides read(Path file) {
    return new CardPayments(Cells.read(file)).sides();
  }

  private Sides sides() {
    TabularCase all = features();
    long[] days = Arrays.stream(times).map(time -> time / DAY).toArray();
    String[] customers = cells.column("CUSTOMER_ID");
    int[] train = rows(row -> days[row] >= FIRST && days[row] < FIRST + 7);
    Set<String> known = new HashSet<>();
    IntStream.of(train).filter(row -> fraud[row]).forEach(row -> known.add(customers[row]));
    IntStream test = IntStream.empty();
    for (int week = 0; week < 7; week++) {
      long told = FIRST + DELAY + week - 1;
      long day = FIRST + 14 + week;
      Arrays.stream(rows(row -> fraud[row] && days[row] == told))
          .forEach(row -> known.add(customers[row]));
      test =
          IntStream.concat(
              test, IntStream.of(rows(row -> days[row] == day && !known.contains(customers[row]))));
    }
    return new Sides(all.select(train), all.select(test.toArray()));
  }

  /** In the order of time. */
  private int[] rows(IntPredicate wanted) {
    return Arrays.stream(order).mapToInt(Integer::intValue).filter(wanted).toArray();
  }

  private TabularCase features() {
    float[] amounts = cells.numbers("TX_AMOUNT");
    var columns = new LinkedHashMap<String, float[]>();
    columns.put("amount", amounts);
    columns.put("weekend", marks(row -> moments[row].getDayOfWeek().getValue() > 5));
    columns.put("night", marks(row -> moments[row].getHour() <= 6));
    var customer = new Windows(cells.column("CUSTOMER_ID"), times, order);
    for (int days : WINDOWS) {
      Windows.Sums sums = customer.last(days * DAY, row -> amounts[row]);
      columns.put("customer_count_" + days, sums.counts());
      columns.put("customer_mean_" + days, sums.means());
    }
    var terminal = new Windows(cells.column("TERMINAL_ID"), times, order);
    Windows.Sums hidden = terminal.last(DELAY * DAY, row -> fraud[row] ? 1 : 0);
    for (int days : WINDOWS) {
      Windows.Sums sums =
          terminal.last((DELAY + days) * DAY, row -> fraud[row] ? 1 : 0).without(hidden);
      columns.put("terminal_count_" + days, sums.counts());
      columns.put("terminal_share_" + days, sums.means());
    }
    return Cells.table("fraud-sim", columns, fraud);
  }

  private float[] marks(IntPredicate marked) {
    float[] marks = new float[times.length];
    for (int row = 0; row < marks.length; row++) {
      marks[row] = marked.test(row) ? 1 : 0;
    }
    return marks;
  }
}
