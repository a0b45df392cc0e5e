package io.shopkeeper.cli.evaluate;

import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.Table;
import java.util.List;
import java.util.function.Supplier;

/**
 * Something that learns from a table and predicts.
 *
 * @param name as it is chosen
 * @param title as the field calls it
 * @param learner learns
 * @param studies what is told beside the metrics
 */
record Contender(String name, String title, Learner learner, Supplier<List<SideTable>> studies) {

  /** Learns from rows. */
  interface Learner {
    Predictor train(LabelledTable rows);
  }

  /** Predicts rows × outputs. */
  interface Predictor {
    double[][] predict(Table rows);
  }
}
