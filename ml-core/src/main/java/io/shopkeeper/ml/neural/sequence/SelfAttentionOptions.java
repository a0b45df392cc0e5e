package io.shopkeeper.ml.neural.sequence;

import io.shopkeeper.ml.algorithm.Limits;
import io.shopkeeper.ml.algorithm.WrongOptionException;

/**
 * Options of self-attention.
 *
 * @param length items that are looked back at, at most
 * @param width values of each vector; a multiple of the heads
 * @param heads which the width is divided into
 * @param blocks of attention and a layer of twice the width, one after the other
 * @param dropout share of the values that are dropped in training
 * @param learningRate the highest rate of Adam
 * @param epochs passes over all sequences at most
 * @param batchSize sequences of a step; fewer where there are few
 * @param weightDecay how much weights are drawn to 0
 * @param validationShare part of the users whose last item is held out
 * @param patience epochs without a smaller loss on them before it ends; 0 for never
 */
public record SelfAttentionOptions(
    @Limits(least = 1, most = 1000, searchLeast = 10, searchMost = 100, logarithmic = true)
        int length,
    @Limits(least = 1, most = 1024, searchLeast = 32, searchMost = 256, logarithmic = true)
        int width,
    @Limits(least = 1, most = 16, searchLeast = 1, searchMost = 1) int heads,
    @Limits(least = 1, most = 12, searchLeast = 1, searchMost = 3) int blocks,
    @Limits(least = 0, most = 0.95, searchLeast = 0, searchMost = 0.6) double dropout,
    @Limits(least = 1e-6, most = 1, searchLeast = 3e-4, searchMost = 1e-2, logarithmic = true)
        double learningRate,
    @Limits(least = 1, most = 10_000, searchLeast = 10, searchMost = 100) int epochs,
    @Limits(least = 1, most = 65_536, searchLeast = 32, searchMost = 256, logarithmic = true)
        int batchSize,
    @Limits(least = 0, most = 10, searchLeast = 1e-4, searchMost = 0.3, logarithmic = true)
        double weightDecay,
    @Limits(least = 0, most = 0.5) double validationShare,
    @Limits(least = 0, most = 10_000) int patience) {

  public SelfAttentionOptions {
    WrongOptionException.unlessWithin("length", length, 1, 1000);
    WrongOptionException.unlessWithin("width", width, 1, 1024);
    WrongOptionException.unlessWithin("heads", heads, 1, 16);
    WrongOptionException.unlessWithin("blocks", blocks, 1, 12);
    WrongOptionException.unlessWithin("dropout", dropout, 0, 0.95);
    WrongOptionException.unlessWithin("learningRate", learningRate, 1e-6, 1);
    WrongOptionException.unlessWithin("epochs", epochs, 1, 10_000);
    WrongOptionException.unlessWithin("batchSize", batchSize, 1, 65_536);
    WrongOptionException.unlessWithin("weightDecay", weightDecay, 0, 10);
    WrongOptionException.unlessWithin("validationShare", validationShare, 0, 0.5);
    WrongOptionException.unlessWithin("patience", patience, 0, 10_000);
    if (width % heads != 0) {
      throw new WrongOptionException(
          "heads", "must divide the width, but %d does not divide %d".formatted(heads, width));
    }
  }
}
