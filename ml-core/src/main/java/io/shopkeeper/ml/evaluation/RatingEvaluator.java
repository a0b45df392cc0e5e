package io.shopkeeper.ml.evaluation;

import io.shopkeeper.ml.rating.RatingModel;
import io.shopkeeper.ml.rating.Ratings;
import io.shopkeeper.ml.split.Fold;

/**
 * Measures predictions of ratings by the root of their mean squared error.
 *
 * @param data all ratings
 */
public record RatingEvaluator(Ratings data) implements Evaluator<Ratings, RatingModel> {

  @Override
  public int rows() {
    return data.size();
  }

  @Override
  public Ratings training(int[] rows) {
    return data.select(rows);
  }

  @Override
  public double measure(RatingModel model, Fold fold) {
    double squares = 0;
    for (int row : fold.test()) {
      double error = model.predict(data.user()[row], data.item()[row]) - data.value()[row];
      squares += error * error;
    }
    return Math.sqrt(squares / fold.test().length);
  }

  @Override
  public String metric() {
    return "rmse";
  }

  @Override
  public boolean greaterIsBetter() {
    return false;
  }
}
