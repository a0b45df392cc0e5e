package io.shopkeeper.cli.evaluate;

import io.shopkeeper.ml.table.CategoryColumn;
import io.shopkeeper.ml.table.Column;
import io.shopkeeper.ml.table.NumberColumn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Finds out what a column of cells is: numbers where all that is there reads as finite ones, else
 * categories, else nothing to learn from, where hardly a word occurs twice.
 */
final class ColumnTypes {

  private static final int MANY = 100;
  private static final double MOSTLY = 0.5;

  private final List<String> left = new ArrayList<>();

  /** The column; empty where it is left out. */
  Optional<Column> of(String name, List<String> cells) {
    Optional<float[]> numbers = numbers(cells);
    if (numbers.isPresent()) {
      return Optional.of(new NumberColumn(name, numbers.get()));
    }
    var words = new HashSet<String>();
    int there = 0;
    for (String cell : cells) {
      if (cell != null) {
        words.add(cell);
        there++;
      }
    }
    if (words.size() > MANY && words.size() > MOSTLY * there) {
      left.add(name);
      return Optional.empty();
    }
    return Optional.of(CategoryColumn.of(name, cells));
  }

  /** Columns that were left out, because hardly a word in them occurs twice. */
  List<String> left() {
    return left;
  }

  /** Finite numbers, NaN where missing; empty if any cell is something else. */
  static Optional<float[]> numbers(List<String> cells) {
    float[] values = new float[cells.size()];
    int row = 0;
    for (String cell : cells) {
      float value = cell == null ? Float.NaN : number(cell);
      if (cell != null && !Float.isFinite(value)) {
        return Optional.empty();
      }
      values[row++] = value;
    }
    return Optional.of(values);
  }

  private static float number(String cell) {
    char first = cell.charAt(cell.length() > 1 && "+-".indexOf(cell.charAt(0)) >= 0 ? 1 : 0);
    // Words such as 1f and 0x1p3 are numbers to Java alone.
    char last = cell.charAt(cell.length() - 1);
    if (!(Character.isDigit(first) || first == '.') || !(Character.isDigit(last) || last == '.')) {
      return Float.NaN;
    }
    try {
      return Float.parseFloat(cell);
    } catch (NumberFormatException word) {
      return Float.NaN;
    }
  }
}
