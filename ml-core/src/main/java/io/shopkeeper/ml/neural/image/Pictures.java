package io.shopkeeper.ml.neural.image;

import io.shopkeeper.ml.image.ImageSize;
import io.shopkeeper.ml.image.Images;
import io.shopkeeper.ml.neural.train.Rows;
import java.util.SplittableRandom;

/**
 * Images as rows of a network. For learning they are mirrored and moved at random, so that as good
 * as no image is seen twice (Simard, Steinkraus, Platt: Best Practices for Convolutional Neural
 * Networks, ICDAR 2003); what lies beyond an edge is as the edge.
 *
 * @param flips whether they are mirrored, left to right
 * @param shift pixels they are moved, at most, each way
 */
record Pictures(Images images, Scaling scaling, boolean flips, int shift) implements Rows {

  @Override
  public int width() {
    return images.size().bytes();
  }

  @Override
  public void fill(int[] rows, int from, int count, float[] to) {
    for (int i = 0; i < count; i++) {
      plain(images.values().get(rows[from + i]), scaling, to, i * width());
    }
  }

  /** An image as it is. */
  static void plain(byte[] image, Scaling scaling, float[] to, int at) {
    int channels = scaling.channels();
    for (int i = 0; i < image.length; i += channels) {
      for (int c = 0; c < channels; c++) {
        to[at + i + c] = scaling.value(c, image[i + c]);
      }
    }
  }

  @Override
  public void fill(int[] rows, int from, int count, float[] to, long seed) {
    var random = new SplittableRandom(seed);
    for (int i = 0; i < count; i++) {
      boolean mirrored = flips && random.nextBoolean();
      int right = random.nextInt(2 * shift + 1) - shift;
      int down = random.nextInt(2 * shift + 1) - shift;
      moved(images.values().get(rows[from + i]), mirrored, right, down, to, i * width());
    }
  }

  private void moved(byte[] image, boolean mirrored, int right, int down, float[] to, int at) {
    ImageSize size = images.size();
    int channels = size.channels();
    int place = at;
    for (int y = 0; y < size.height(); y++) {
      int line = Math.clamp(y - down, 0, size.height() - 1) * size.width();
      for (int x = 0; x < size.width(); x++) {
        int source = Math.clamp(x - right, 0, size.width() - 1);
        int pixel = line + (mirrored ? size.width() - 1 - source : source);
        for (int c = 0; c < channels; c++) {
          to[place++] = scaling.value(c, image[pixel * channels + c]);
        }
      }
    }
  }
}
