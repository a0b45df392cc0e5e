package io.shopkeeper.ml.neural.layer;

/**
 * The shape of an image as a row: line after line, pixel after pixel, the channels of a pixel side
 * by side. A layer that takes plain values after one that gives images needs nothing between: the
 * row is flat already.
 */
public record ImageShape(int channels, int height, int width) {

  public ImageShape {
    if (channels < 1 || height < 1 || width < 1) {
      throw new IllegalArgumentException(
          "an image can not be %d × %d × %d".formatted(channels, height, width));
    }
  }

  /** Pixels. */
  public int positions() {
    return Math.multiplyExact(height, width);
  }

  /** Values in all. */
  public int length() {
    return Math.multiplyExact(channels, positions());
  }
}
