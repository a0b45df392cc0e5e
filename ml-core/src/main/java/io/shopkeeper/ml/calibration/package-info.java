/**
 * Probabilities that mean what they say: of the rows that are given 0.3, three in ten are positive.
 *
 * <pre>{@code
 * TableModel model =
 *     Calibrated.train(Calibration.ISOTONIC, data, 42, listener, (rows, part) -> fit(rows, part));
 * var calibrated = (CalibratedModel) model;
 * calibrated.errorBefore(); // expected calibration error of the model alone
 * calibrated.errorAfter(); // and of what is given out
 * }</pre>
 */
package io.shopkeeper.ml.calibration;
