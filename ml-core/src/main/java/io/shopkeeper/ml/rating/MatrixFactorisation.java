package io.shopkeeper.ml.rating;

import io.shopkeeper.ml.training.TrainingListener;
import java.io.DataInput;
import java.io.IOException;
import java.util.Map;

/** Learns {@link FactorRatings}. */
public final class MatrixFactorisation implements RatingAlgorithm<FactorRatings.Options> {

  @Override
  public String name() {
    return FactorRatings.NAME;
  }

  @Override
  public Map<String, FactorRatings.Options> presets() {
    return Map.of("standard", FactorRatings.Options.DEFAULT);
  }

  @Override
  public RatingModel train(
      Ratings data, FactorRatings.Options options, long seed, TrainingListener listener) {
    return FactorRatings.train(data, options, seed, listener);
  }

  @Override
  public RatingModel read(DataInput in) throws IOException {
    return FactorRatings.read(in, name());
  }
}
