package io.shopkeeper.bench.peer;

import com.microsoft.ml.lightgbm.PredictionType;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;

/** LightGBM4J. */
public final class LightgbmPeer implements BoostingPeer {

  private static final int TREES = 100;

  private LGBMBooster booster;
  private LGBMDataset data;

  @Override
  public String name() {
    return "LightGBM4J";
  }

  @Override
  public TreeShape usual() {
    return TreeShape.LEAVES_63;
  }

  @Override
  public void train(float[] rows, float[] labels, TreeShape shape, int threads) {
    close();
    String settings =
        "objective=binary learning_rate=0.1 seed=42 verbosity=-1 num_threads=%d %s"
            .formatted(
                threads,
                shape == TreeShape.DEPTH_6 ? "num_leaves=64 max_depth=6" : "num_leaves=63");
    try {
      int width = rows.length / labels.length;
      data = LGBMDataset.createFromMat(rows, labels.length, width, true, settings, null);
      data.setField("label", labels);
      booster = LGBMBooster.create(data, settings);
      for (int tree = 0; tree < TREES; tree++) {
        booster.updateOneIter();
      }
    } catch (LGBMException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Override
  public double score(float[] row) {
    try {
      return booster.predictForMatSingleRow(row, PredictionType.C_API_PREDICT_NORMAL);
    } catch (LGBMException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Override
  public void close() {
    try {
      if (booster != null) {
        booster.close();
        data.close();
        booster = null;
      }
    } catch (LGBMException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
