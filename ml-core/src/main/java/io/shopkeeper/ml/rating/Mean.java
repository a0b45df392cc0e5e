package io.shopkeeper.ml.rating;

import io.shopkeeper.ml.algorithm.StoredForm;
import io.shopkeeper.ml.training.TrainingListener;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;

/** Predicts the mean of all ratings: what everything else must beat. */
public final class Mean implements RatingAlgorithm<Mean.Options> {

  private static final String NAME = "mean";

  /** There is nothing to choose. */
  public record Options() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Map<String, Options> presets() {
    return Map.of("standard", new Options());
  }

  @Override
  public RatingModel train(Ratings data, Options options, long seed, TrainingListener listener) {
    listener.stopIfCancelled();
    return new Model(data.mean());
  }

  @Override
  public RatingModel read(DataInput in) throws IOException {
    StoredForm.readHeader(in, NAME, 1);
    return new Model(in.readDouble());
  }

  private record Model(double mean) implements RatingModel {

    @Override
    public double predict(int user, int item) {
      return mean;
    }

    @Override
    public void write(DataOutput out) throws IOException {
      StoredForm.writeHeader(out, NAME, 1);
      out.writeDouble(mean);
    }
  }
}
