package io.shopkeeper.ml.neural.image;

import io.shopkeeper.ml.algorithm.Limits;
import io.shopkeeper.ml.algorithm.WrongOptionException;
import java.util.List;

/**
 * Settings of {@link ConvolutionalNetwork}.
 *
 * @param channels filters of each block, after which the image is halved
 * @param depth convolutions of a block
 * @param kernel width and height of a filter in pixels, odd
 * @param dense width of the hidden layer before the classes; 0 for none
 * @param dropout the share of values that are left out at random before the classes in training
 * @param flips whether images are mirrored at random, left to right, in training
 * @param shift pixels by which images are moved at random in training, at most, each way
 * @param learningRate of Adam, the highest; it falls to 0 along a half cosine
 * @param epochs most passes over the images
 * @param batchSize images of a step; fewer where an epoch would have less than 16 steps
 * @param weightDecay by which weights shrink at each step, times the rate
 * @param validationShare of the images that are held out to be watched; 0 holds none out
 * @param patience epochs without gain on the images held out after which training ends, with the
 *     weights of the best epoch; 0 goes through all epochs and keeps the last
 */
public record ConvolutionOptions(
    @Limits(least = 1, most = 1024) List<Integer> channels,
    @Limits(least = 1, most = 4) int depth,
    @Limits(least = 1, most = 9) int kernel,
    @Limits(least = 0, most = 4096, searchLeast = 32, searchMost = 512, logarithmic = true)
        int dense,
    @Limits(least = 0, most = 0.95, searchLeast = 0, searchMost = 0.6) double dropout,
    boolean flips,
    @Limits(least = 0, most = 64) int shift,
    @Limits(least = 1e-6, most = 1, searchLeast = 5e-4, searchMost = 1e-2, logarithmic = true)
        double learningRate,
    @Limits(least = 1, most = 10_000) int epochs,
    @Limits(least = 1, most = 8192, searchLeast = 32, searchMost = 256, logarithmic = true)
        int batchSize,
    @Limits(least = 0, most = 10, searchLeast = 1e-4, searchMost = 0.3, logarithmic = true)
        double weightDecay,
    @Limits(least = 0, most = 0.5) double validationShare,
    @Limits(least = 0, most = 10_000) int patience) {

  private static final int MOST_BLOCKS = 8;

  public ConvolutionOptions {
    channels = List.copyOf(channels);
    WrongOptionException.unlessWithin("channels", channels.size(), 1, MOST_BLOCKS);
    for (int filters : channels) {
      WrongOptionException.unlessWithin("channels", filters, 1, 1024);
    }
    WrongOptionException.unlessWithin("depth", depth, 1, 4);
    WrongOptionException.unlessWithin("kernel", kernel, 1, 9);
    if (kernel % 2 == 0) {
      throw new WrongOptionException(
          "kernel", "must be odd, such as 3 or 5, but is %d".formatted(kernel));
    }
    WrongOptionException.unlessWithin("dense", dense, 0, 4096);
    WrongOptionException.unlessWithin("dropout", dropout, 0, 0.95);
    WrongOptionException.unlessWithin("shift", shift, 0, 64);
    WrongOptionException.unlessWithin("learningRate", learningRate, 1e-6, 1);
    WrongOptionException.unlessWithin("epochs", epochs, 1, 10_000);
    WrongOptionException.unlessWithin("batchSize", batchSize, 1, 8192);
    WrongOptionException.unlessWithin("weightDecay", weightDecay, 0, 10);
    WrongOptionException.unlessWithin("validationShare", validationShare, 0, 0.5);
    WrongOptionException.unlessWithin("patience", patience, 0, 10_000);
  }
}
