package io.shopkeeper.ml.evaluation;

import io.shopkeeper.ml.split.Fold;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.TableModel;

/**
 * Measures models of tables.
 *
 * @param data all rows
 * @param figure what is measured
 */
public record TableEvaluator(LabelledTable data, TableMetric figure)
    implements Evaluator<LabelledTable, TableModel> {

  @Override
  public int rows() {
    return data.rows();
  }

  @Override
  public LabelledTable training(int[] rows) {
    return data.select(rows);
  }

  @Override
  public double measure(TableModel model, Fold fold) {
    if (fold.test().length == 0) {
      return Double.NaN;
    }
    LabelledTable held = data.select(fold.test());
    return figure.measure().of(held.target(), model.predict(held.features()));
  }

  @Override
  public String metric() {
    return figure.name();
  }

  @Override
  public boolean greaterIsBetter() {
    return figure.greaterIsBetter();
  }
}
