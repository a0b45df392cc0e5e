package io.shopkeeper.bench.data;

import io.shopkeeper.ml.split.Fold;
import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.Column;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.NumberColumn;
import io.shopkeeper.ml.table.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * A table of numbers with a yes or no in each row.
 *
 * @param name of the case
 * @param columns their names
 * @param values by column
 * @param positive of each row
 */
public record TabularCase(String name, List<String> columns, float[][] values, boolean[] positive) {

  /** How many. */
  public int rows() {
    return positive.length;
  }

  /** All rows as ours takes them. */
  public LabelledTable table() {
    var made = new ArrayList<Column>();
    for (int column = 0; column < values.length; column++) {
      made.add(new NumberColumn(columns.get(column), values[column]));
    }
    return new LabelledTable(new Table(made), ClassTarget.of(positive));
  }

  /** Those rows. */
  public TabularCase select(int[] chosen) {
    float[][] some = new float[values.length][chosen.length];
    boolean[] labels = new boolean[chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      for (int column = 0; column < some.length; column++) {
        some[column][i] = values[column][chosen[i]];
      }
      labels[i] = positive[chosen[i]];
    }
    return new TabularCase(name, columns, some, labels);
  }

  /** The training rows of a fold. */
  public TabularCase training(Fold fold) {
    return select(fold.train());
  }

  /** Values row by row, as the peers take them. */
  public float[] byRow() {
    int width = values.length;
    float[] rows = new float[Math.multiplyExact(width, rows())];
    for (int column = 0; column < width; column++) {
      for (int row = 0; row < rows(); row++) {
        rows[row * width + column] = values[column][row];
      }
    }
    return rows;
  }

  /** 1 for yes, 0 for no. */
  public float[] labels() {
    float[] labels = new float[positive.length];
    for (int row = 0; row < labels.length; row++) {
      labels[row] = positive[row] ? 1 : 0;
    }
    return labels;
  }
}
