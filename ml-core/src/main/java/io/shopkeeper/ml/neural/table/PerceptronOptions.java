package io.shopkeeper.ml.neural.table;

import io.shopkeeper.ml.algorithm.Limits;
import io.shopkeeper.ml.algorithm.WrongOptionException;
import io.shopkeeper.ml.calibration.Calibration;
import io.shopkeeper.ml.kernel.Activation;
import io.shopkeeper.ml.neural.optimiser.Schedule;
import java.util.List;

/**
 * Settings of {@link MultilayerPerceptron}.
 *
 * @param layers widths of the hidden layers; none gives a linear model
 * @param activation between the layers
 * @param dropout the share of a hidden layer's values that are left out at random in training
 * @param batchNorm whether hidden layers are brought to mean 0 and deviation 1 in each batch
 * @param embedding values that stand for a category; 0 gives each category a column of its own
 * @param learningRate of Adam, the highest
 * @param schedule how the rate goes from the first epoch to the last
 * @param epochs most passes over the rows
 * @param batchSize rows of a step; fewer where an epoch would have less than 32 steps
 * @param weightDecay by which weights shrink at each step, times the rate
 * @param validationShare of the rows that are held out to be watched; 0 holds none out
 * @param patience epochs without gain on the rows held out after which training ends, with the
 *     weights of the best epoch; 0 goes through all epochs and keeps the last
 * @param balanced whether the rows of each class count as much as those of the others together
 * @param calibration how the probabilities of classes are corrected
 */
public record PerceptronOptions(
    List<Integer> layers,
    Activation activation,
    @Limits(least = 0, most = 0.95, searchLeast = 0, searchMost = 0.5) double dropout,
    boolean batchNorm,
    @Limits(least = 0, most = 256) int embedding,
    @Limits(least = 1e-6, most = 1, searchLeast = 3e-4, searchMost = 1e-2, logarithmic = true)
        double learningRate,
    Schedule schedule,
    @Limits(least = 1, most = 10_000) int epochs,
    @Limits(least = 1, most = 65_536, searchLeast = 32, searchMost = 512, logarithmic = true)
        int batchSize,
    @Limits(least = 0, most = 10, searchLeast = 1e-4, searchMost = 0.3, logarithmic = true)
        double weightDecay,
    @Limits(least = 0, most = 0.5) double validationShare,
    @Limits(least = 0, most = 10_000) int patience,
    boolean balanced,
    Calibration calibration) {

  private static final int MOST_LAYERS = 16;
  private static final int WIDEST = 8192;

  public PerceptronOptions {
    layers = List.copyOf(layers);
    WrongOptionException.unlessWithin("layers", layers.size(), 0, MOST_LAYERS);
    for (int width : layers) {
      WrongOptionException.unlessWithin("layers", width, 1, WIDEST);
    }
    WrongOptionException.unlessWithin("dropout", dropout, 0, 0.95);
    WrongOptionException.unlessWithin("embedding", embedding, 0, 256);
    WrongOptionException.unlessWithin("learningRate", learningRate, 1e-6, 1);
    WrongOptionException.unlessWithin("epochs", epochs, 1, 10_000);
    WrongOptionException.unlessWithin("batchSize", batchSize, 1, 65_536);
    WrongOptionException.unlessWithin("weightDecay", weightDecay, 0, 10);
    WrongOptionException.unlessWithin("validationShare", validationShare, 0, 0.5);
    WrongOptionException.unlessWithin("patience", patience, 0, 10_000);
  }
}
