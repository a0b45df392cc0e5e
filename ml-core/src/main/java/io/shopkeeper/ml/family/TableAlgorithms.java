package io.shopkeeper.ml.family;

import io.shopkeeper.ml.linear.FtrlProximal;
import io.shopkeeper.ml.linear.LinearRegression;
import io.shopkeeper.ml.linear.LogisticRegression;
import io.shopkeeper.ml.neural.table.MultilayerPerceptron;
import io.shopkeeper.ml.table.TableAlgorithm;
import io.shopkeeper.ml.tree.DecisionTree;
import io.shopkeeper.ml.tree.GradientBoosting;
import io.shopkeeper.ml.tree.RandomForest;
import java.util.List;
import java.util.Optional;

/** All that learn from a table. */
public final class TableAlgorithms {

  private static final List<TableAlgorithm<?>> ALL =
      List.of(
          new GradientBoosting(),
          new RandomForest(),
          new DecisionTree(),
          new MultilayerPerceptron(),
          new LogisticRegression(),
          new FtrlProximal(),
          new LinearRegression());

  private TableAlgorithms() {}

  /** In the order in which they are offered, the default first. */
  public static List<TableAlgorithm<?>> all() {
    return ALL;
  }

  /** By name. */
  public static Optional<TableAlgorithm<?>> find(String name) {
    return ALL.stream().filter(algorithm -> algorithm.name().equals(name)).findFirst();
  }
}
