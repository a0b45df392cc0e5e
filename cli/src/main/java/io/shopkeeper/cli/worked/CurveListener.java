package io.shopkeeper.cli.worked;

import io.shopkeeper.ml.training.TrainingListener;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps the curves of a training. For one thread. */
final class CurveListener implements TrainingListener {

  private final Map<String, List<Double>> curves = new LinkedHashMap<>();

  @Override
  public void progress(double fraction, String phase) {}

  @Override
  public void measured(String curve, int step, double value) {
    curves.computeIfAbsent(curve, added -> new ArrayList<>()).add(value);
  }

  @Override
  public boolean cancelled() {
    return false;
  }

  Map<String, List<Double>> curves() {
    return curves;
  }
}
