package io.shopkeeper.ml.calibration;

import io.shopkeeper.ml.explain.ExplainedModel;
import java.util.List;

/** Of a model that explains its predictions: the margins are those before the correction. */
final class ExplainedCalibratedModel extends CalibratedModel implements ExplainedModel {

  private final ExplainedModel explained;

  ExplainedCalibratedModel(
      ExplainedModel model, List<Calibrator> calibrators, double errorBefore, double errorAfter) {
    super(model, calibrators, errorBefore, errorAfter);
    this.explained = model;
  }

  @Override
  public double margin(float[] rows, int offset, int margin) {
    return explained.margin(rows, offset, margin);
  }

  @Override
  public double base(int margin) {
    return explained.base(margin);
  }

  @Override
  public double[] contributions(float[] rows, int offset, int margin) {
    return explained.contributions(rows, offset, margin);
  }
}
