package io.shopkeeper.ml.hybrid;

import io.shopkeeper.ml.algorithm.StoredForm;
import io.shopkeeper.ml.ranking.History;
import io.shopkeeper.ml.ranking.RankingAlgorithm;
import io.shopkeeper.ml.ranking.RankingModel;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** The weighted sum of standardised scores. */
record WeightedModel(Components components, double[] weights) implements RankingModel {

  private static final int FORMAT = 1;

  @Override
  public int items() {
    return components.items();
  }

  @Override
  public void score(History history, float[] scores) {
    boolean known = components.know(history);
    Arrays.fill(scores, 0, items(), known ? 0 : Float.NEGATIVE_INFINITY);
    if (known) {
      float[][] all = components.standardised(history);
      for (int c = 0; c < all.length; c++) {
        for (int item = 0; item < items(); item++) {
          scores[item] += (float) (weights[c] * all[c][item]);
        }
      }
    }
  }

  @Override
  public int[] sources(History history, int[] items) {
    return components.sources(history, items);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    StoredForm.writeHeader(out, WeightedHybrid.NAME, FORMAT);
    StoredForm.write(out, weights);
    components.write(out);
  }

  static WeightedModel read(DataInput in, Function<String, Optional<RankingAlgorithm<?>>> find)
      throws IOException {
    StoredForm.readHeader(in, WeightedHybrid.NAME, FORMAT);
    double[] weights = StoredForm.readDoubles(in);
    Components components = Components.read(in, find);
    if (weights.length != components.size()) {
      throw new IOException("damaged: %d weights".formatted(weights.length));
    }
    return new WeightedModel(components, weights);
  }
}
