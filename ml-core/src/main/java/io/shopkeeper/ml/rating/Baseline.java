package io.shopkeeper.ml.rating;

import io.shopkeeper.ml.training.TrainingListener;
import java.io.DataInput;
import java.io.IOException;
import java.util.Map;

/** Learns {@link BaselineRatings}. */
public final class Baseline implements RatingAlgorithm<BaselineRatings.Options> {

  @Override
  public String name() {
    return BaselineRatings.NAME;
  }

  @Override
  public Map<String, BaselineRatings.Options> presets() {
    return Map.of("standard", BaselineRatings.Options.DEFAULT);
  }

  @Override
  public RatingModel train(
      Ratings data, BaselineRatings.Options options, long seed, TrainingListener listener) {
    listener.stopIfCancelled();
    return BaselineRatings.train(data, options);
  }

  @Override
  public RatingModel read(DataInput in) throws IOException {
    return BaselineRatings.read(in);
  }
}
