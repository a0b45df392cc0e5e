/**
 * Probabilities that mean what they say: of the rows that are given 0.3, three in ten are positive.
 *
 * <pre>{@code
 * var algorithm = new Calibrated<>(new RandomForest(), CalibrationOptions.STANDARD);
 * CalibratedModel model = algorithm.train(data, options, 42, TrainingListener.SILENT);
 * model.errorBefore();   // expected calibration error of the model alone
 * model.errorAfter();    // and of what is given out
 * }</pre>
 */
package io.shopkeeper.ml.calibration;
