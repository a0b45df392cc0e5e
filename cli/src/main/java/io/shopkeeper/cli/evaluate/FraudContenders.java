package io.shopkeeper.cli.evaluate;

import io.shopkeeper.ml.calibration.PlattScaling;
import io.shopkeeper.ml.family.TableAlgorithms;
import io.shopkeeper.ml.fraud.FraudModels;
import io.shopkeeper.ml.neural.table.MultilayerPerceptron;
import io.shopkeeper.ml.outlier.OutlierDetection;
import io.shopkeeper.ml.outlier.OutlierModel;
import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.TableAlgorithm;
import io.shopkeeper.ml.table.TableModel;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.ml.tree.GradientBoosting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What judges transactions, the default first. */
final class FraudContenders {

  /** How people call them beside their own names. */
  static final Map<String, String> SHORT =
      Map.of(
          "boosting", "gradient-boosting",
          "logistic", "logistic-regression",
          "forest", "random-forest",
          "mlp", "multilayer-perceptron");

  /** Boosting and the perceptron together. */
  private static final String ENSEMBLE = "ensemble";

  private static final String OUTLIERS = "isolation-forest";

  private static final double EDGE = 1e-12;

  private final RunOptions options;
  private final List<SideTable> beside;

  /**
   * @param beside what is told with each of them
   */
  FraudContenders(RunOptions options, List<SideTable> beside) {
    this.options = options;
    this.beside = beside;
    options.algorithm = SHORT.getOrDefault(options.algorithm, options.algorithm);
  }

  List<Contender> all() {
    List<Contender> all = new ArrayList<>();
    List<TableAlgorithm<?>> fitting =
        TableAlgorithms.all().stream()
            .filter(algorithm -> algorithm.tasks().contains(TableAlgorithm.Task.BINARY))
            .toList();
    for (TableAlgorithm<?> algorithm : fitting) {
      all.add(contender(algorithm, fitting.getFirst().name()));
    }
    all.add(named(ENSEMBLE, this::ensemble));
    all.add(named(OUTLIERS, this::outliers));
    return all;
  }

  private Contender named(String name, Contender.Learner learner) {
    return new Contender(name, name, learner, () -> beside);
  }

  private <O extends Record> Contender contender(TableAlgorithm<O> algorithm, String standard) {
    return named(
        algorithm.name(),
        rows ->
            algorithm.train(
                    rows,
                    options.optionsOf(algorithm, standard, FraudModels.usual(algorithm)),
                    options.seed,
                    TrainingListener.SILENT)
                ::predict);
  }

  /** The mean of the log-odds of two that err differently. */
  private Contender.Predictor ensemble(LabelledTable rows) {
    List<TableModel> parts =
        List.of(part(new GradientBoosting(), rows), part(new MultilayerPerceptron(), rows));
    return table -> {
      double[][] mean = new double[table.rows()][2];
      for (TableModel part : parts) {
        double[][] predicted = part.predict(table);
        for (int row = 0; row < mean.length; row++) {
          mean[row][1] += logOdds(predicted[row][1]) / parts.size();
        }
      }
      for (double[] row : mean) {
        row[1] = 1 / (1 + Math.exp(-row[1]));
        row[0] = 1 - row[1];
      }
      return mean;
    };
  }

  private <O extends Record> TableModel part(TableAlgorithm<O> algorithm, LabelledTable rows) {
    return algorithm.train(
        rows, FraudModels.usual(algorithm), options.seed, TrainingListener.SILENT);
  }

  private static double logOdds(double probability) {
    double inside = Math.clamp(probability, EDGE, 1 - EDGE);
    return Math.log(inside / (1 - inside));
  }

  /** Learns without labels; only the curve that makes probabilities of oddness sees them. */
  private Contender.Predictor outliers(LabelledTable rows) {
    var algorithm = new OutlierDetection();
    OutlierModel model =
        algorithm.train(
            rows.features(),
            options.optionsOf(algorithm, TableAlgorithms.all().getFirst().name()),
            options.seed,
            TrainingListener.SILENT);
    int[] codes = ((ClassTarget) rows.target()).codes();
    boolean[] fraud = new boolean[codes.length];
    for (int row = 0; row < codes.length; row++) {
      fraud[row] = codes[row] == 1;
    }
    PlattScaling fitted = PlattScaling.fit(model.scores(rows.features()), fraud);
    // Odder is never less likely, whatever the labels say: the order is the forest's own.
    var curve = new PlattScaling(Math.min(fitted.slope(), -1e-6), fitted.offset());
    return table -> {
      double[] scores = model.scores(table);
      double[][] predicted = new double[scores.length][];
      for (int row = 0; row < scores.length; row++) {
        double probability = curve.probability(scores[row]);
        predicted[row] = new double[] {1 - probability, probability};
      }
      return predicted;
    };
  }
}
