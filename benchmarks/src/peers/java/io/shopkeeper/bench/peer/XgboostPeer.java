package io.shopkeeper.bench.peer;

import java.util.HashMap;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** XGBoost4J on histograms. */
public final class XgboostPeer implements BoostingPeer {

  private Booster booster;

  @Override
  public String name() {
    return "XGBoost4J";
  }

  @Override
  public TreeShape usual() {
    return TreeShape.DEPTH_6;
  }

  @Override
  public void train(float[] rows, float[] labels, TreeShape shape, int threads) {
    close();
    var settings = new HashMap<String, Object>();
    settings.putAll(
        Map.of("objective", "binary:logistic", "eta", 0.1, "tree_method", "hist", "seed", 42));
    settings.put("nthread", threads);
    if (shape == TreeShape.DEPTH_6) {
      settings.put("max_depth", 6);
    } else {
      settings.putAll(Map.of("grow_policy", "lossguide", "max_leaves", 63, "max_depth", 0));
    }
    try {
      var matrix = new DMatrix(rows, labels.length, rows.length / labels.length, Float.NaN);
      matrix.setLabel(labels);
      booster = XGBoost.train(matrix, settings, 100, Map.of(), null, null);
      matrix.dispose();
    } catch (XGBoostError failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Override
  public double score(float[] row) {
    try {
      return booster.inplace_predict(row, 1, row.length, Float.NaN)[0][0];
    } catch (XGBoostError failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Override
  public void close() {
    if (booster != null) {
      booster.dispose();
      booster = null;
    }
  }
}
