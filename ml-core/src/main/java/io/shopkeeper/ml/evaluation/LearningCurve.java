package io.shopkeeper.ml.evaluation;

import io.shopkeeper.ml.algorithm.Algorithm;
import io.shopkeeper.ml.algorithm.TrainedModel;
import io.shopkeeper.ml.split.Fold;
import io.shopkeeper.ml.training.PartOfTraining;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A figure against the number of rows that were learnt from: whether more data would help. Smaller
 * parts are contained in larger ones.
 *
 * @param points by rising number of rows
 */
public record LearningCurve(List<Point> points) {

  public LearningCurve {
    points = List.copyOf(points);
  }

  /**
   * One number of rows.
   *
   * @param rows that were learnt from, the mean over the folds
   * @param train figures on the rows that were learnt from; NaN for rankings, which leave these out
   * @param test figures on what the folds hold out
   */
  public record Point(int rows, FoldScores train, FoldScores test) {}

  /**
   * Trains for every share and fold.
   *
   * @param shares of the training rows, rising, above 0 and at most 1
   * @param seed of the choice of rows and of each training
   */
  public static <D, O extends Record, M extends TrainedModel> LearningCurve of(
      Algorithm<D, O, ? extends M> algorithm,
      O options,
      Evaluator<D, M> evaluator,
      List<Fold> folds,
      double[] shares,
      long seed,
      TrainingListener listener) {
    List<Point> points = new ArrayList<>();
    for (int step = 0; step < shares.length; step++) {
      if (!(shares[step] > 0 && shares[step] <= 1)) {
        throw new IllegalArgumentException(
            "shares must be above 0 and at most 1, but one is " + shares[step]);
      }
      List<Double> train = new ArrayList<>();
      List<Double> test = new ArrayList<>();
      long rows = 0;
      for (int place = 0; place < folds.size(); place++) {
        listener.stopIfCancelled();
        int[] part = folds.get(place).part(shares[step], seed);
        var listening =
            PartOfTraining.of(
                listener, step * folds.size() + place, shares.length * folds.size(), "training");
        M model = algorithm.train(evaluator.training(part), options, seed, listening);
        train.add(evaluator.measure(model, new Fold(part, part)));
        test.add(evaluator.measure(model, new Fold(part, folds.get(place).test())));
        rows += part.length;
      }
      var point =
          new Point((int) (rows / folds.size()), new FoldScores(train), new FoldScores(test));
      points.add(point);
      listener.measured(evaluator.metric() + " train", point.rows(), point.train().mean());
      listener.measured(evaluator.metric() + " validation", point.rows(), point.test().mean());
    }
    return new LearningCurve(points);
  }

  /** So many shares of growing size, each the same factor above the one before, the last all. */
  public static double[] shares(double least, int count) {
    double[] shares = new double[count];
    Arrays.setAll(shares, step -> Math.pow(least, (count - 1.0 - step) / Math.max(1, count - 1)));
    return shares;
  }
}
