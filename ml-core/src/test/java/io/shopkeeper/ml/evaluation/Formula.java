package io.shopkeeper.ml.evaluation;

import io.shopkeeper.ml.table.Schema;
import io.shopkeeper.ml.table.TableModel;
import java.io.DataOutput;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A model that is known, for tests: a number from the floats of a row. */
record Formula(Schema schema, ToDoubleFunction<float[]> formula) implements TableModel {

  @Override
  public List<String> classes() {
    return List.of();
  }

  @Override
  public void predict(float[] rows, int offset, double[] result) {
    float[] row = Arrays.copyOfRange(rows, offset, offset + schema.width());
    result[0] = formula.applyAsDouble(row);
  }

  @Override
  public void write(DataOutput out) {
    throw new UnsupportedOperationException();
  }
}
