package io.shopkeeper.ml.factorisation;

import io.shopkeeper.ml.data.InteractionMatrix;
import io.shopkeeper.ml.kernel.SparseRows;
import io.shopkeeper.ml.table.CategoryColumn;
import io.shopkeeper.ml.table.Column;
import io.shopkeeper.ml.table.NumberColumn;
import io.shopkeeper.ml.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The features of one side: of all users, or of all items. Immutable.
 *
 * @param byFeature features × rows of that side
 * @param group of each feature: those of a group are thought to be of one kind
 * @param groups how many there are; group 0 are the rows' own numbers
 */
record Features(SparseRows byFeature, int[] group, int groups) {

  private static final int BINS = 10;

  /** How many features. */
  int size() {
    return byFeature.rows();
  }

  /** How many users, or items. */
  int rows() {
    return byFeature.columns();
  }

  /** Features × rows turned: the features of each row. */
  SparseRows byRow() {
    return byFeature.transpose();
  }

  /** Takes groups of features. For one thread. */
  static final class Builder {

    private final int rows;
    private final InteractionMatrix.Builder cells;
    private final List<Integer> group = new ArrayList<>();
    private int groups;

    /** Begins with a feature for each row. */
    Builder(int rows) {
      this.rows = rows;
      this.cells = InteractionMatrix.builder().atLeast(0, rows);
      for (int row = 0; row < rows; row++) {
        cells.add(feature(), row, 1);
      }
      groups++;
    }

    private int feature() {
      group.add(groups);
      return group.size() - 1;
    }

    /**
     * What each row met, as 1 / √(how many it met) each: the implicit part of SVD++ (Koren, KDD
     * 2008).
     *
     * @param met rows × the other side
     */
    Builder met(SparseRows met) {
      int first = group.size();
      for (int other = 0; other < met.columns(); other++) {
        feature();
      }
      for (int row = 0; row < met.rows(); row++) {
        float share = (float) (1 / Math.sqrt(met.count(row)));
        for (int cell = met.starts()[row]; cell < met.starts()[row + 1]; cell++) {
          cells.add(first + met.indices()[cell], row, share);
        }
      }
      groups++;
      return this;
    }

    /**
     * What is known of each row, one group a column: words as they are, several of them divided by
     * bars, numbers as tenths of their order. Text is passed over.
     */
    Builder attributes(Table table) {
      for (Column column : table.columns()) {
        if (column instanceof CategoryColumn words) {
          words(words);
        } else if (column instanceof NumberColumn numbers) {
          numbers(numbers.values());
        }
      }
      return this;
    }

    private void words(CategoryColumn column) {
      var rowsOf = new TreeMap<String, List<Integer>>();
      for (int row = 0; row < rows; row++) {
        if (column.codes()[row] != CategoryColumn.MISSING) {
          for (String word : column.categories().get(column.codes()[row]).split("\\|")) {
            if (!word.isBlank()) {
              List<Integer> having =
                  rowsOf.computeIfAbsent(word.strip(), added -> new ArrayList<>());
              if (having.isEmpty() || having.getLast() < row) {
                having.add(row);
              }
            }
          }
        }
      }
      rowsOf.values().forEach(having -> add(having.stream().mapToInt(row -> row).toArray()));
      groups++;
    }

    private void numbers(float[] values) {
      int[] order =
          IntStream.range(0, rows)
              .filter(row -> !Float.isNaN(values[row]))
              .boxed()
              .sorted((one, two) -> Float.compare(values[one], values[two]))
              .mapToInt(row -> row)
              .toArray();
      int from = 0;
      for (int bin = 1; bin <= BINS && from < order.length; bin++) {
        int to = Math.max(from + 1, (int) ((long) bin * order.length / BINS));
        while (to < order.length && values[order[to]] == values[order[to - 1]]) {
          to++;
        }
        add(Arrays.copyOfRange(order, from, to));
        from = to;
      }
      groups++;
    }

    private void add(int[] having) {
      int feature = feature();
      for (int row : having) {
        cells.add(feature, row, 1);
      }
    }

    Features build() {
      return new Features(
          cells.atLeast(group.size(), rows).build().sparse(),
          group.stream().mapToInt(one -> one).toArray(),
          groups);
    }
  }
}
