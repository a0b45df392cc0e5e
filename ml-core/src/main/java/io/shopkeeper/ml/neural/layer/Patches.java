package io.shopkeeper.ml.neural.layer;

import java.util.Arrays;

/**
 * An image as a matrix of what filters see: a line for each channel and place in the filter, a
 * column for each position of the image (im2col), and back, where what overlaps is added up.
 */
final class Patches {

  private Patches() {}

  static void toColumns(ImageShape shape, int size, float[] image, int at, float[] columns) {
    int positions = shape.positions();
    int line = 0;
    for (int channel = 0; channel < shape.channels(); channel++) {
      int plane = at + channel * positions;
      for (int dy = -(size / 2); dy <= size / 2; dy++) {
        for (int dx = -(size / 2); dx <= size / 2; dx++) {
          shifted(shape, image, plane, dy, dx, columns, line * positions);
          line++;
        }
      }
    }
  }

  private static void shifted(
      ImageShape shape, float[] image, int plane, int dy, int dx, float[] columns, int to) {
    int width = shape.width();
    int left = Math.min(width, Math.max(0, -dx));
    int right = Math.max(left, Math.min(width, width - dx));
    for (int y = 0; y < shape.height(); y++) {
      int at = to + y * width;
      int source = y + dy;
      if (source < 0 || source >= shape.height() || right <= left) {
        Arrays.fill(columns, at, at + width, 0);
      } else {
        Arrays.fill(columns, at, at + left, 0);
        System.arraycopy(
            image, plane + source * width + left + dx, columns, at + left, right - left);
        Arrays.fill(columns, at + right, at + width, 0);
      }
    }
  }

  /** The image is written. */
  static void fromColumns(ImageShape shape, int size, float[] columns, float[] image, int at) {
    Arrays.fill(image, at, at + shape.length(), 0);
    int positions = shape.positions();
    int line = 0;
    for (int channel = 0; channel < shape.channels(); channel++) {
      int plane = at + channel * positions;
      for (int dy = -(size / 2); dy <= size / 2; dy++) {
        for (int dx = -(size / 2); dx <= size / 2; dx++) {
          addShifted(shape, columns, line * positions, image, plane, dy, dx);
          line++;
        }
      }
    }
  }

  private static void addShifted(
      ImageShape shape, float[] columns, int from, float[] image, int plane, int dy, int dx) {
    int width = shape.width();
    int left = Math.min(width, Math.max(0, -dx));
    int right = Math.max(left, Math.min(width, width - dx));
    for (int y = Math.max(0, -dy); y < Math.min(shape.height(), shape.height() - dy); y++) {
      int source = from + y * width;
      int to = plane + (y + dy) * width + dx;
      for (int x = left; x < right; x++) {
        image[to + x] += columns[source + x];
      }
    }
  }
}
