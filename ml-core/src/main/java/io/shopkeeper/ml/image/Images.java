package io.shopkeeper.ml.image;

import java.util.Arrays;
import java.util.List;

/**
 * Images of one size. The bytes are not copied and must not change.
 *
 * @param values of each image, as of {@link ImageSize}
 */
public record Images(ImageSize size, List<byte[]> values) {

  public Images {
    values = List.copyOf(values);
    for (int place = 0; place < values.size(); place++) {
      check(size, values.get(place), place);
    }
  }

  private static void check(ImageSize size, byte[] image, int place) {
    if (image.length != size.bytes()) {
      throw new IllegalArgumentException(
          "image %d: %d × %d × %d pixels are %,d bytes, but there are %,d; scale all to one size"
              .formatted(
                  place, size.width(), size.height(), size.channels(), size.bytes(), image.length));
    }
  }

  /** How many. */
  public int count() {
    return values.size();
  }

  /** Those images, in that order; images may be repeated. */
  public Images select(int[] chosen) {
    return new Images(size, Arrays.stream(chosen).mapToObj(values::get).toList());
  }
}
