package io.shopkeeper.cli.evaluate;

import io.shopkeeper.ml.table.CategoryColumn;
import io.shopkeeper.ml.table.Column;
import io.shopkeeper.ml.table.NumberColumn;
import java.util.ArrayList;
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
  Optional<Column> of(String name, CellColumn cells) {
    Optional<float[]> numbers = cells.numbers();
    if (numbers.isPresent()) {
      return Optional.of(new NumberColumn(name, numbers.get()));
    }
    List<String> words = cells.sortedWords();
    if (words.size() > MANY && words.size() > MOSTLY * cells.there()) {
      left.add(name);
      return Optional.empty();
    }
    return Optional.of(new CategoryColumn(name, words, cells.places(words)));
  }

  /** Columns that were left out, because hardly a word in them occurs twice. */
  List<String> left() {
    return left;
  }
}
