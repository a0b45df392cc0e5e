package io.shopkeeper.ml.image;

/**
 * What an image is as bytes: line after line, pixel after pixel, 0 to 255, a coloured pixel as red,
 * green and blue.
 *
 * @param width in pixels, 1 to {@value #MOST}
 * @param height in pixels, 1 to {@value #MOST}
 * @param channels 1 for grey, 3 for colours
 */
public record ImageSize(int width, int height, int channels) {

  private static final int MOST = 4096;

  public ImageSize {
    if (width < 1 || width > MOST || height < 1 || height > MOST) {
      throw new IllegalArgumentException(
          "an image must have 1 to %d pixels each way, but has %d × %d"
              .formatted(MOST, width, height));
    }
    if (channels != 1 && channels != 3) {
      throw new IllegalArgumentException("an image must have 1 channel or 3, but has " + channels);
    }
  }

  /** Bytes of an image. */
  public int bytes() {
    return width * height * channels;
  }
}
