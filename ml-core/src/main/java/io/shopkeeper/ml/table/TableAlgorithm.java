package io.shopkeeper.ml.table;

import io.shopkeeper.ml.algorithm.Algorithm;
import java.util.Set;

/**
 * Learns to predict a column from others.
 *
 * @param <O> its options
 */
public interface TableAlgorithm<O extends Record> extends Algorithm<LabelledTable, O, TableModel> {

  /** What kinds of targets can be learnt. */
  enum Task {
    /** One of two classes. */
    BINARY,
    /** One of several classes. */
    MULTICLASS,
    /** A number. */
    REGRESSION
  }

  /** What it can learn. */
  Set<Task> tasks();

  /** What the field calls it where it learns this; its name, unless there is another one. */
  default String called(Task task) {
    return name();
  }
}
