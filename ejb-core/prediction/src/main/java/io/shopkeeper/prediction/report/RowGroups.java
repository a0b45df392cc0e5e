package io.shopkeeper.prediction.report;

import io.shopkeeper.ml.table.cells.Cells;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Rows by what stands in one of their columns: by the cell itself, or where that is one of many
 * numbers, by which quarter of them it belongs to.
 *
 * @param names of the groups, the one with the most rows first; of quarters the lowest first; that
 *     of rows where the cell is missing is empty
 * @param codes of each row, a place in the names
 */
public record RowGroups(List<String> names, int[] codes) {

  /** More different numbers than these are grouped by quarters. */
  static final int MOST_NUMBERS = 12;

  /** Groups that are told apart at most. */
  public static final int MOST_GROUPS = 30;

  private static final int QUARTERS = 4;

  public RowGroups {
    names = List.copyOf(names);
  }

  /**
   * Groups rows.
   *
   * @param cells of the column; null where missing
   * @throws IllegalArgumentException if there are more than {@link #MOST_GROUPS}
   */
  public static RowGroups of(List<String> cells) {
    Optional<float[]> numbers = Cells.numbers(cells);
    boolean many =
        cells.stream().filter(cell -> cell != null).distinct().limit(MOST_NUMBERS + 1L).count()
            > MOST_NUMBERS;
    return numbers.isPresent() && many ? quarters(numbers.get()) : byCell(cells);
  }

  private static RowGroups byCell(List<String> cells) {
    Map<String, Integer> counts = new TreeMap<>();
    cells.forEach(cell -> counts.merge(cell == null ? "" : cell, 1, Integer::sum));
    if (counts.size() > MOST_GROUPS) {
      throw new IllegalArgumentException(
          "%,d groups are more than %d".formatted(counts.size(), MOST_GROUPS));
    }
    List<String> names =
        counts.entrySet().stream()
            .sorted(
                Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .toList();
    Map<String, Integer> places = new HashMap<>();
    names.forEach(name -> places.put(name, places.size()));
    return new RowGroups(
        names,
        cells.stream()
            .mapToInt(cell -> places.getOrDefault(cell == null ? "" : cell, 0))
            .toArray());
  }

  private static RowGroups quarters(float[] values) {
    float[] known = sortedWithout(values);
    float[] ends = new float[QUARTERS];
    for (int quarter = 0; quarter < QUARTERS; quarter++) {
      ends[quarter] = known[(quarter + 1) * known.length / QUARTERS - 1];
    }
    int[] found =
        IntStream.range(0, values.length)
            .map(row -> Float.isNaN(values[row]) ? QUARTERS : quarter(ends, values[row]))
            .toArray();
    // Where one number is very frequent, a quarter may be empty: it has no name and no place.
    List<String> names = new ArrayList<>();
    int[] places = new int[QUARTERS + 1];
    for (int group = 0; group <= QUARTERS; group++) {
      int wanted = group;
      int[] mine = IntStream.range(0, found.length).filter(r -> found[r] == wanted).toArray();
      places[group] = names.size();
      if (mine.length > 0) {
        names.add(group == QUARTERS ? "" : range(values, mine));
      }
    }
    return new RowGroups(names, Arrays.stream(found).map(group -> places[group]).toArray());
  }

  private static float[] sortedWithout(float[] values) {
    float[] known = new float[values.length];
    int count = 0;
    for (float value : values) {
      if (!Float.isNaN(value)) {
        known[count++] = value;
      }
    }
    known = Arrays.copyOf(known, count);
    Arrays.sort(known);
    return known;
  }

  private static int quarter(float[] ends, float value) {
    int quarter = 0;
    while (quarter < QUARTERS - 1 && value > ends[quarter]) {
      quarter++;
    }
    return quarter;
  }

  private static String range(float[] values, int[] rows) {
    float least = values[rows[0]];
    float most = least;
    for (int row : rows) {
      least = Math.min(least, values[row]);
      most = Math.max(most, values[row]);
    }
    return least == most ? number(least) : number(least) + " – " + number(most);
  }

  private static String number(float value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.4g", value).replaceFirst("0+$", "");
  }
}
