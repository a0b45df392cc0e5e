package io.shopkeeper.ml.evaluation;

import io.shopkeeper.ml.split.Fold;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.TableAlgorithm;
import io.shopkeeper.ml.table.TableModel;
import io.shopkeeper.ml.training.PartOfTraining;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.List;

/** Predictions for each row by a model that did not learn from it. */
public final class OutOfFold {

  private OutOfFold() {}

  /** Trains a model. */
  public interface Trainer {

    /** Learns from rows. */
    TableModel train(LabelledTable data, TrainingListener listener);
  }

  /**
   * Trains once for each fold and predicts what it holds out.
   *
   * @param folds of the rows of the data; a row that is held out several times keeps the last
   *     prediction
   * @param seed of each training
   * @return rows × outputs; null for a row that no fold holds out
   */
  public static <O extends Record> double[][] predict(
      TableAlgorithm<O> algorithm,
      O options,
      LabelledTable data,
      List<Fold> folds,
      long seed,
      TrainingListener listener) {
    return predict(
        (rows, part) -> algorithm.train(rows, options, seed, part), data, folds, listener);
  }

  /**
   * The same by whatever trains.
   *
   * @return rows × outputs; null for a row that no fold holds out
   */
  public static double[][] predict(
      Trainer trainer, LabelledTable data, List<Fold> folds, TrainingListener listener) {
    double[][] predictions = new double[data.rows()][];
    for (int place = 0; place < folds.size(); place++) {
      listener.stopIfCancelled();
      Fold fold = folds.get(place);
      TableModel model =
          trainer.train(
              data.select(fold.train()), PartOfTraining.of(listener, place, folds.size(), "fold"));
      double[][] held = model.predict(data.features().select(fold.test()));
      for (int i = 0; i < held.length; i++) {
        predictions[fold.test()[i]] = held[i];
      }
    }
    return predictions;
  }
}
