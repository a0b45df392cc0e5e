package io.shopkeeper.ml.hybrid;

import io.shopkeeper.ml.algorithm.OptionsForm;
import io.shopkeeper.ml.linear.LogisticRegression;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.TableAlgorithm;
import io.shopkeeper.ml.table.TableModel;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.ml.tree.GradientBoosting;
import java.io.DataInput;
import java.io.IOException;
import java.util.Map;

/** What orders the candidates. */
public enum SecondStage {
  /** Boosted trees. */
  BOOSTING {
    @Override
    TableModel train(LabelledTable rows, long seed, TrainingListener listener) {
      return fit(new GradientBoosting(), SMALL_TREES, rows, seed, listener);
    }

    @Override
    TableModel read(DataInput in) throws IOException {
      return new GradientBoosting().read(in);
    }
  },
  /** A weighted sum. */
  LOGISTIC {
    @Override
    TableModel train(LabelledTable rows, long seed, TrainingListener listener) {
      return fit(new LogisticRegression(), Map.of("calibration", "none"), rows, seed, listener);
    }

    @Override
    TableModel read(DataInput in) throws IOException {
      return new LogisticRegression().read(in);
    }
  };

  /** Held-out interactions are few and noisy: small trees of many rows. */
  static final Map<String, String> SMALL_TREES =
      Map.of("trees", "150", "rate", "0.05", "depth", "4", "minRows", "30", "holdOut", "0");

  abstract TableModel train(LabelledTable rows, long seed, TrainingListener listener);

  abstract TableModel read(DataInput in) throws IOException;

  static <O extends Record> TableModel fit(
      TableAlgorithm<O> algorithm,
      Map<String, String> options,
      LabelledTable rows,
      long seed,
      TrainingListener listener) {
    O chosen = OptionsForm.of(algorithm.standard()).parse(options);
    return algorithm.train(rows, chosen, seed, listener);
  }
}
