package io.shopkeeper.ml.neural.image;

import io.shopkeeper.ml.algorithm.StoredForm;
import io.shopkeeper.ml.image.Images;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Bytes as numbers of mean 0 and deviation 1 in each channel, by the images learnt from.
 *
 * @param table number of each byte, channel after channel
 */
record Scaling(float[] table) {

  private static final int BYTES = 256;

  /** Of a channel that is the same everywhere. */
  private static final double LEAST_DEVIATION = 1;

  /** Measures images. */
  static Scaling of(Images images, int[] chosen) {
    int channels = images.size().channels();
    long[] counts = new long[channels * BYTES];
    for (int place : chosen) {
      byte[] image = images.values().get(place);
      for (int i = 0; i < image.length; i++) {
        counts[i % channels * BYTES + (image[i] & 0xff)]++;
      }
    }
    float[] table = new float[counts.length];
    for (int from = 0; from < table.length; from += BYTES) {
      fill(counts, table, from);
    }
    return new Scaling(table);
  }

  private static void fill(long[] counts, float[] table, int from) {
    double count = 0;
    double sum = 0;
    double squares = 0;
    for (int value = 0; value < BYTES; value++) {
      double times = counts[from + value];
      count += times;
      sum += times * value;
      squares += times * value * value;
    }
    double mean = sum / count;
    double variance = Math.max(0, squares / count - mean * mean);
    double deviation = Math.max(LEAST_DEVIATION, Math.sqrt(variance));
    for (int value = 0; value < BYTES; value++) {
      table[from + value] = (float) ((value - mean) / deviation);
    }
  }

  int channels() {
    return table.length / BYTES;
  }

  float value(int channel, byte value) {
    return table[channel * BYTES + (value & 0xff)];
  }

  void write(DataOutput out) throws IOException {
    StoredForm.write(out, table);
  }

  static Scaling read(DataInput in, int channels) throws IOException {
    float[] table = StoredForm.readFloats(in);
    if (table.length != channels * BYTES) {
      throw new IOException("damaged: %d numbers of bytes".formatted(table.length));
    }
    return new Scaling(table);
  }
}
