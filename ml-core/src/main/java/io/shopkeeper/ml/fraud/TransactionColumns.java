package io.shopkeeper.ml.fraud;

import io.shopkeeper.ml.table.cells.CellColumn;
import io.shopkeeper.ml.table.cells.TimeCells;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What each column of a table of transactions is, told or found by its cells and its name. No label
 * is looked at.
 *
 * @param kinds by name, in the table's order; without the target and what is left out
 * @param time when each row was; empty if no column says so
 * @param amount how much was paid; empty if no column says so
 */
public record TransactionColumns(
    Map<String, ColumnKind> kinds, Optional<String> time, Optional<String> amount) {

  /** More words than these are no categories. */
  static final int MOST_CATEGORIES = 50;

  private static final int LEAST_IDS = 20;
  private static final double HARDLY_AGAIN = 0.995;
  private static final int LONG_NUMBER = 9;
  private static final int LOOKED_AT = 1000;
  private static final double MOSTLY = 0.9;

  public TransactionColumns {
    kinds = Collections.unmodifiableMap(new LinkedHashMap<>(kinds));
  }

  /**
   * What is known beforehand.
   *
   * @param left columns that are not looked at, the target among them
   * @param time the column of the moment; empty to find it
   * @param amount the column of the amount; empty to find it
   * @param entities columns of ids, if told: no other column is one then
   */
  public record Told(
      Set<String> left,
      Optional<String> time,
      Optional<String> amount,
      Optional<List<String>> entities) {}

  /** Looks at all cells; O(cells). */
  public static TransactionColumns infer(Map<String, CellColumn> cells, Told told) {
    Map<String, ColumnKind> kinds = new LinkedHashMap<>();
    cells.forEach(
        (name, column) -> {
          if (!told.left().contains(name)) {
            kinds.put(name, kind(name, column, told));
          }
        });
    Optional<String> time = told.time().or(() -> latest(cells, kinds));
    time.ifPresent(name -> kinds.put(name, ColumnKind.TIME));
    return new TransactionColumns(kinds, time, told.amount().or(() -> amount(kinds)));
  }

  /** Columns of a kind, in the table's order. */
  public List<String> of(ColumnKind kind) {
    return kinds.entrySet().stream()
        .filter(entry -> entry.getValue() == kind)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static ColumnKind kind(String name, CellColumn cells, Told told) {
    if (told.entities().isPresent() && told.entities().get().contains(name)) {
      return written(cells, "[^@ ]+@[^@ ]+") ? ColumnKind.EMAIL : ColumnKind.ENTITY;
    }
    if (told.amount().filter(name::equals).isPresent()) {
      return ColumnKind.NUMBER;
    }
    boolean numeric = cells.numbers().isPresent();
    if (!numeric && TimeCells.of(cells).isPresent()) {
      return ColumnKind.TIME;
    }
    ColumnKind found = numeric ? ofNumbers(name, cells) : ofWords(cells);
    boolean key =
        found == ColumnKind.ENTITY || found == ColumnKind.EMAIL || found == ColumnKind.ADDRESS;
    return key && told.entities().isPresent() ? ColumnKind.UNUSED : found;
  }

  private static ColumnKind ofWords(CellColumn cells) {
    if (written(cells, "[^@ ]+@[^@ ]+")) {
      return ColumnKind.EMAIL;
    }
    if (written(cells, "\\d{1,3}(\\.\\d{1,3}){3}")) {
      return ColumnKind.ADDRESS;
    }
    int different = different(cells);
    if (different <= MOST_CATEGORIES) {
      return different < 2 ? ColumnKind.UNUSED : ColumnKind.CATEGORY;
    }
    return different < HARDLY_AGAIN * cells.there() ? ColumnKind.ENTITY : ColumnKind.UNUSED;
  }

  private static ColumnKind ofNumbers(String name, CellColumn cells) {
    if (cells.there() == 0) {
      return ColumnKind.UNUSED;
    }
    if (ColumnNames.address(name)) {
      return ColumnKind.ADDRESS;
    }
    if (!whole(cells)) {
      return ColumnKind.NUMBER;
    }
    boolean id = ColumnNames.id(name);
    boolean longNumber = digits(cells) >= LONG_NUMBER;
    if (longNumber && ColumnNames.time(name)) {
      return ColumnKind.TIME;
    }
    if (!id && !ColumnNames.rowNumber(name) && !longNumber) {
      return ColumnKind.NUMBER;
    }
    int different = different(cells);
    if (different >= HARDLY_AGAIN * cells.there() && different > LEAST_IDS) {
      return ColumnNames.rowNumber(name) ? ColumnKind.UNUSED : ColumnKind.NUMBER;
    }
    boolean key = id || (longNumber && !ColumnNames.measure(name));
    return key && different > LEAST_IDS ? ColumnKind.ENTITY : ColumnKind.NUMBER;
  }

  private static boolean whole(CellColumn cells) {
    float[] numbers = cells.numbers().orElseThrow();
    for (float number : numbers) {
      if (number != Math.rint(number) && !Float.isNaN(number)) {
        return false;
      }
    }
    return true;
  }

  /** Digits of a usual number. */
  private static double digits(CellColumn cells) {
    long sum = 0;
    int there = 0;
    for (int row = 0; row < cells.size() && there < LOOKED_AT; row++) {
      String cell = cells.get(row);
      if (cell != null) {
        there++;
        int point = cell.indexOf('.');
        sum += point < 0 ? cell.length() : point;
      }
    }
    return there == 0 ? 0 : (double) sum / there;
  }

  private static boolean written(CellColumn cells, String form) {
    int there = 0;
    int fit = 0;
    for (int row = 0; row < cells.size() && there < LOOKED_AT; row++) {
      String cell = cells.get(row);
      if (cell != null) {
        there++;
        fit += cell.matches(form) ? 1 : 0;
      }
    }
    return there > 0 && fit >= MOSTLY * there;
  }

  private static int different(CellColumn cells) {
    Set<String> found = new HashSet<>(cells);
    found.remove(null);
    return found.size();
  }

  /** Of several columns of times that miss no row the one that is latest on the whole. */
  private static Optional<String> latest(
      Map<String, CellColumn> cells, Map<String, ColumnKind> kinds) {
    String latest = null;
    double greatest = Double.NEGATIVE_INFINITY;
    for (Map.Entry<String, ColumnKind> entry : kinds.entrySet()) {
      if (entry.getValue() == ColumnKind.TIME) {
        long[] times = TimeCells.any(cells.get(entry.getKey())).orElseThrow();
        double mean = Arrays.stream(times).mapToDouble(time -> time).average().orElse(0);
        if (mean > greatest && Arrays.stream(times).noneMatch(t -> t == TimeCells.MISSING)) {
          greatest = mean;
          latest = entry.getKey();
        }
      }
    }
    return Optional.ofNullable(latest);
  }

  private static Optional<String> amount(Map<String, ColumnKind> kinds) {
    List<String> numbers = new ArrayList<>();
    kinds.forEach(
        (name, kind) -> {
          if (kind == ColumnKind.NUMBER) {
            numbers.add(name);
          }
        });
    for (int likely = 2; likely > 0; likely--) {
      for (String name : numbers) {
        if (ColumnNames.amount(name) == likely) {
          return Optional.of(name);
        }
      }
    }
    return Optional.empty();
  }
}
