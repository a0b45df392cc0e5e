package io.shopkeeper.ml.outlier;

import io.shopkeeper.ml.algorithm.Algorithm;
import io.shopkeeper.ml.algorithm.Limits;
import io.shopkeeper.ml.algorithm.WrongOptionException;
import io.shopkeeper.ml.table.Table;
import io.shopkeeper.ml.table.encode.Encoder;
import io.shopkeeper.ml.training.TrainingListener;
import java.io.DataInput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Odd rows of a table by {@link IsolationForest}. Numbers stay as they are, a missing one becomes
 * the mean, with a mark beside it; categories become columns of 0 and 1.
 */
public final class OutlierDetection
    implements Algorithm<Table, OutlierDetection.Options, OutlierModel> {

  /**
   * Options.
   *
   * @param trees how many
   * @param sample rows drawn for each tree
   */
  public record Options(
      @Limits(least = 1, most = 1000) int trees, @Limits(least = 2, most = 4096) int sample) {

    public Options {
      WrongOptionException.unlessWithin("trees", trees, 1, 1000);
      WrongOptionException.unlessWithin("sample", sample, 2, 4096);
    }
  }

  @Override
  public String name() {
    return OutlierModel.NAME;
  }

  @Override
  public Map<String, Options> presets() {
    var presets = new LinkedHashMap<String, Options>();
    presets.put("standard", new Options(100, 256));
    presets.put("steady", new Options(500, 256));
    return presets;
  }

  @Override
  public OutlierModel train(Table data, Options options, long seed, TrainingListener listener) {
    listener.stopIfCancelled();
    if (data.rows() == 0) {
      throw new IllegalArgumentException("odd rows need at least 1 row, but there are 0");
    }
    Encoder encoder = Encoder.fit(data, new Encoder.Options(false, 2));
    if (encoder.width() == 0) {
      throw new IllegalArgumentException(
          "odd rows need at least 1 column of numbers or categories, but there are 0");
    }
    float[] encoded = encoder.encode(data);
    double[][] rows = new double[data.rows()][encoder.width()];
    for (int row = 0; row < rows.length; row++) {
      for (int d = 0; d < rows[row].length; d++) {
        rows[row][d] = encoded[row * encoder.width() + d];
      }
    }
    var forest =
        IsolationForest.fit(
            rows, new IsolationForest.Options(options.trees(), options.sample(), seed), listener);
    return new OutlierModel(encoder, forest);
  }

  @Override
  public OutlierModel read(DataInput in) throws IOException {
    return OutlierModel.read(in);
  }
}
