package io.shopkeeper.ml.neural.layer;

import java.util.Arrays;

/**
 * An image as a matrix of what filters see: a row for each position of the image, a column for each
 * place in the filter and channel (im2col), and back, where what overlaps is added up. What lies
 * side by side in a line of the image does so in a row too, so that it is copied at once.
 */
final class Patches {

  private Patches() {}

  /**
   * Writes the matrix.
   *
   * @param at where the image begins
   * @param to where the matrix begins
   */
  static void toColumns(
      ImageShape shape, int size, float[] image, int at, float[] columns, int to) {
    int half = size / 2;
    int channels = shape.channels();
    int line = shape.width() * channels;
    int run = size * channels;
    int place = to;
    for (int y = 0; y < shape.height(); y++) {
      for (int x = 0; x < shape.width(); x++) {
        int left = Math.max(0, half - x) * channels;
        int right = run - Math.max(0, x + half + 1 - shape.width()) * channels;
        int first = at + (x - half) * channels;
        for (int source = y - half; source <= y + half; source++, place += run) {
          if (source < 0 || source >= shape.height()) {
            Arrays.fill(columns, place, place + run, 0);
            continue;
          }
          Arrays.fill(columns, place, place + left, 0);
          System.arraycopy(
              image, first + source * line + left, columns, place + left, right - left);
          Arrays.fill(columns, place + right, place + run, 0);
        }
      }
    }
  }

  /** The image is written. */
  static void fromColumns(
      ImageShape shape, int size, float[] columns, int from, float[] image, int at) {
    Arrays.fill(image, at, at + shape.length(), 0);
    int half = size / 2;
    int channels = shape.channels();
    int line = shape.width() * channels;
    int run = size * channels;
    int place = from;
    for (int y = 0; y < shape.height(); y++) {
      for (int x = 0; x < shape.width(); x++) {
        int left = Math.max(0, half - x) * channels;
        int right = run - Math.max(0, x + half + 1 - shape.width()) * channels;
        int first = at + (x - half) * channels;
        for (int target = y - half; target <= y + half; target++, place += run) {
          if (target >= 0 && target < shape.height()) {
            add(columns, place + left, image, first + target * line + left, right - left);
          }
        }
      }
    }
  }

  private static void add(float[] from, int at, float[] to, int place, int length) {
    for (int i = 0; i < length; i++) {
      to[place + i] += from[at + i];
    }
  }
}
