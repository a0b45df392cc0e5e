package io.shopkeeper.ml.image.photo;

import io.shopkeeper.ml.image.ImageSize;
import java.awt.image.BufferedImage;

/**
 * Fits a picture into a size by the mean of the area that each pixel covers (a box filter), which
 * keeps thin lines where it makes a picture much smaller.
 */
final class PhotoScaling {

  private static final int COLOURS = 3;

  // ITU-R BT.601, as JPEG has it.
  private static final float RED = 0.299f;
  private static final float GREEN = 0.587f;
  private static final float BLUE = 0.114f;

  private PhotoScaling() {}

  static byte[] scale(BufferedImage picture, ImageSize size) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    double factor = Math.min((double) size.width() / width, (double) size.height() / height);
    int shownWidth = Math.clamp(Math.round(width * factor), 1, size.width());
    int shownHeight = Math.clamp(Math.round(height * factor), 1, size.height());
    float[] lines = new float[height * shownWidth * COLOURS];
    float[] edge = new float[COLOURS];
    int[] line = new int[width];
    float[] colours = new float[width * COLOURS];
    for (int y = 0; y < height; y++) {
      picture.getRGB(0, y, width, 1, line, 0, width);
      split(line, colours);
      addEdge(colours, width, y == 0 || y == height - 1, edge);
      average(colours, 0, COLOURS, width, lines, y * shownWidth * COLOURS, COLOURS, shownWidth);
    }
    float[] shown = new float[shownHeight * shownWidth * COLOURS];
    int across = shownWidth * COLOURS;
    for (int x = 0; x < shownWidth; x++) {
      average(lines, x * COLOURS, across, height, shown, x * COLOURS, across, shownHeight);
    }
    return framed(shown, shownWidth, shownHeight, edge(edge, width, height), size);
  }

  /** Red, green and blue, upon white. */
  private static void split(int[] line, float[] colours) {
    for (int x = 0; x < line.length; x++) {
      float opaque = (line[x] >>> 24) / 255f;
      float white = 255 * (1 - opaque);
      for (int colour = 0; colour < COLOURS; colour++) {
        int value = (line[x] >> (16 - 8 * colour)) & 0xff;
        colours[x * COLOURS + colour] = value * opaque + white;
      }
    }
  }

  private static void addEdge(float[] colours, int width, boolean whole, float[] edge) {
    int step = whole ? 1 : Math.max(1, width - 1);
    for (int x = 0; x < width; x += step) {
      for (int colour = 0; colour < COLOURS; colour++) {
        edge[colour] += colours[x * COLOURS + colour];
      }
    }
  }

  private static float[] edge(float[] sums, int width, int height) {
    int whole = Math.min(2, height);
    int count = whole * width + (height - whole) * Math.min(2, width);
    float[] means = new float[COLOURS];
    for (int colour = 0; colour < COLOURS; colour++) {
      means[colour] = sums[colour] / count;
    }
    return means;
  }

  /** Means of equal parts of a row of pixels; a pixel on a border counts in both by its share. */
  private static void average(
      float[] from, int first, int step, int count, float[] to, int place, int apart, int parts) {
    double wide = (double) count / parts;
    for (int part = 0; part < parts; part++) {
      double begin = part * wide;
      double end = Math.min(count, begin + wide);
      for (int colour = 0; colour < COLOURS; colour++) {
        double sum = 0;
        for (int pixel = (int) begin; pixel < end; pixel++) {
          double share = Math.min(end, pixel + 1.0) - Math.max(begin, pixel);
          sum += share * from[first + pixel * step + colour];
        }
        to[place + part * apart + colour] = (float) (sum / (end - begin));
      }
    }
  }

  private static byte[] framed(float[] shown, int width, int height, float[] edge, ImageSize size) {
    int left = (size.width() - width) / 2;
    int top = (size.height() - height) / 2;
    byte[] image = new byte[size.bytes()];
    float[] pixel = new float[COLOURS];
    for (int y = 0; y < size.height(); y++) {
      for (int x = 0; x < size.width(); x++) {
        boolean inside = x >= left && x < left + width && y >= top && y < top + height;
        System.arraycopy(
            inside ? shown : edge,
            inside ? ((y - top) * width + x - left) * COLOURS : 0,
            pixel,
            0,
            COLOURS);
        write(pixel, image, (y * size.width() + x) * size.channels(), size.channels());
      }
    }
    return image;
  }

  private static void write(float[] pixel, byte[] image, int place, int channels) {
    if (channels == 1) {
      image[place] = rounded(RED * pixel[0] + GREEN * pixel[1] + BLUE * pixel[2]);
    } else {
      for (int colour = 0; colour < COLOURS; colour++) {
        image[place + colour] = rounded(pixel[colour]);
      }
    }
  }

  private static byte rounded(float value) {
    return (byte) Math.clamp(Math.round(value), 0, 255);
  }
}
