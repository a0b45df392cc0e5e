package io.shopkeeper.ml.table.cells;

import io.shopkeeper.ml.table.CategoryColumn;
import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.Column;
import io.shopkeeper.ml.table.NumberColumn;
import io.shopkeeper.ml.table.NumberTarget;
import io.shopkeeper.ml.table.Target;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes typed columns of cells. A missing cell is null. */
public final class Cells {

  private static final Set<String> MISSING =
      Set.of("", "na", "n/a", "#n/a", "null", "nan", "none", "?", "-");

  private static final int LONGEST_MISSING = 4;

  private static final Set<String> YES = Set.of("1", "yes", "true", "y", "t", "positive", "是");

  /** Words of which hardly one occurs twice say nothing of other rows. */
  private static final int MANY = 100;

  private static final double MOSTLY = 0.5;

  private static final int DAY = "2026-01-31".length();

  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}(\\.0*)?");

  /** More distinct numbers than these are predicted as a number. */
  private static final int MOST_CLASSES = 20;

  private Cells() {}

  /** A cell without white space around it; null where it says that it is missing. */
  public static String plain(String cell) {
    String plain = cell == null ? "" : cell.strip();
    return plain.length() <= LONGEST_MISSING && MISSING.contains(plain.toLowerCase(Locale.ROOT))
        ? null
        : plain;
  }

  /**
   * A column: numbers where all that is there reads as finite ones, else categories; empty where
   * hardly a word occurs twice, so that nothing can be learnt from it.
   *
   * @param cells a {@link CellColumn} where there are many
   */
  public static Optional<Column> column(String name, List<String> cells) {
    CellColumn column = CellColumn.of(cells);
    Optional<float[]> numbers = column.numbers();
    if (numbers.isPresent()) {
      return Optional.of(new NumberColumn(name, numbers.get()));
    }
    List<String> words = column.sortedWords();
    return hardlyTwice(words.size(), column.there())
        ? Optional.empty()
        : Optional.of(new CategoryColumn(name, words, column.places(words)));
  }

  /**
   * Whether hardly a word of a column occurs twice, so that nothing can be learnt from it.
   *
   * @param distinct different words
   * @param there cells that are not missing
   */
  public static boolean hardlyTwice(long distinct, long there) {
    return distinct > MANY && distinct > MOSTLY * there;
  }

  /** Finite numbers, NaN where missing; empty if any cell is something else. */
  public static Optional<float[]> numbers(List<String> cells) {
    return CellColumn.of(cells).numbers();
  }

  /** A number as people write it; NaN for anything else. */
  public static float number(String cell) {
    return PlainNumber.parse(cell);
  }

  /**
   * What is to be predicted: numbers where there are many different ones, else classes. Of two
   * classes the positive one stands behind; more are in the order of strings.
   *
   * @param positive the class that counts as positive, all others being one; empty for what is
   *     usual
   * @throws IllegalArgumentException if a cell is missing, or there is only one class
   */
  public static Target target(String name, List<String> cells, Optional<String> positive) {
    CellColumn column = CellColumn.of(cells);
    int missing = column.indexOf(null);
    if (missing >= 0) {
      throw new IllegalArgumentException(
          "Row %,d has no %s: every row needs one; leave such rows out."
              .formatted(missing + 1, name));
    }
    Optional<float[]> numbers = column.numbers();
    if (numbers.isPresent() && positive.isEmpty() && new HashSet<>(column).size() > MOST_CLASSES) {
      return new NumberTarget(numbers.get());
    }
    List<String> classes = classes(name, column.sortedWords(), positive);
    int[] codes = column.stream().mapToInt(cell -> Math.max(0, classes.indexOf(cell))).toArray();
    return new ClassTarget(classes, codes);
  }

  private static List<String> classes(String name, List<String> words, Optional<String> positive) {
    var found = new ArrayList<>(words);
    if (found.size() < 2) {
      throw new IllegalArgumentException(
          "Every row has the same %s (%s): there is nothing to tell apart."
              .formatted(name, found.isEmpty() ? "none" : found.getFirst()));
    }
    if (positive.isPresent()) {
      if (!found.remove(positive.get())) {
        throw new IllegalArgumentException(
            "%s is never %s; it is one of %s"
                .formatted(name, positive.get(), String.join(", ", found)));
      }
      return List.of(found.size() == 1 ? found.getFirst() : "other", positive.get());
    }
    return found.size() == 2 && YES.contains(found.getFirst().toLowerCase(Locale.ROOT))
        ? List.of(found.getLast(), found.getFirst())
        : List.copyOf(found);
  }

  /**
   * Times: whole numbers as they are, or days and times of ISO 8601 as milliseconds; in UTC.
   *
   * @throws IllegalArgumentException at the first row that has none
   */
  public static long[] times(String name, List<String> cells) {
    long[] times = new long[cells.size()];
    for (int row = 0; row < times.length; row++) {
      String cell = cells.get(row);
      OptionalLong time = time(cell);
      if (time.isEmpty()) {
        throw new IllegalArgumentException(
            "Row %,d: %s must be a whole number or a time such as 2026-01-31T12:00:00Z, but is %s"
                .formatted(row + 1, name, cell == null ? "missing" : cell));
      }
      times[row] = time.getAsLong();
    }
    return times;
  }

  /** A time as {@link #times} reads it; empty for anything else, and for null. */
  public static OptionalLong time(String cell) {
    if (cell == null) {
      return OptionalLong.empty();
    }
    if (WHOLE.matcher(cell).matches()) {
      return OptionalLong.of(Long.parseLong(cell.replaceAll("\\..*", "")));
    }
    try {
      return OptionalLong.of(moment(cell).toEpochMilli());
    } catch (DateTimeException | ArithmeticException none) {
      return OptionalLong.empty();
    }
  }

  private static Instant moment(String cell) {
    if (cell.length() == DAY) {
      return LocalDate.parse(cell).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    return cell.endsWith("Z")
        ? Instant.parse(cell)
        : LocalDateTime.parse(cell.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
  }
}
