package io.shopkeeper.ml.neural.table;

import io.shopkeeper.ml.table.Schema;
import io.shopkeeper.ml.table.encode.Encoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which columns of an encoded row go into the network as numbers, and which belong to a category
 * that gets a vector. The network reads the numbers and then a code of each category, −1 for none.
 *
 * @param blocks of each encoded column, the category it belongs to, −1 for a number
 * @param numbers how many columns are numbers
 * @param sizes encoded columns of each category
 */
record Columns(int[] blocks, int numbers, List<Integer> sizes) {

  /** A network says nothing sensible far from what it saw: ten deviations are the most. */
  private static final float MOST = 10;

  /**
   * Of encoded rows.
   *
   * @param vectors whether categories get vectors; else all columns are numbers
   */
  static Columns of(Encoder encoder, boolean vectors) {
    int[] blocks = encoder.sources();
    if (!vectors) {
      Arrays.fill(blocks, -1);
      return new Columns(blocks, blocks.length, List.of());
    }
    var sizes = new ArrayList<Integer>();
    int numbers = 0;
    int previous = -1;
    for (int i = 0; i < blocks.length; i++) {
      int feature = blocks[i];
      Schema.Feature of = encoder.schema().features().get(feature);
      if (!of.categorical()) {
        blocks[i] = -1;
        numbers++;
      } else if (feature == previous) {
        blocks[i] = sizes.size() - 1;
        sizes.set(blocks[i], sizes.getLast() + 1);
      } else {
        blocks[i] = sizes.size();
        sizes.add(1);
      }
      previous = feature;
    }
    return new Columns(blocks, numbers, List.copyOf(sizes));
  }

  /** Values of a row that the network reads. */
  int inputs() {
    return numbers + sizes.size();
  }

  /** Writes what the network reads of a row, from {@code at} on. */
  void read(float[] encoded, float[] to, int at) {
    Arrays.fill(to, at + numbers, at + inputs(), -1);
    int number = at;
    int place = 0;
    for (int i = 0; i < blocks.length; i++) {
      if (blocks[i] < 0) {
        to[number++] = held(encoded[i]);
      } else {
        place = i > 0 && blocks[i] == blocks[i - 1] ? place + 1 : 0;
        if (encoded[i] != 0) {
          to[at + numbers + blocks[i]] = place;
        }
      }
    }
  }

  /** Standardised numbers beyond ten deviations become ten deviations. */
  static float held(float value) {
    return Math.max(-MOST, Math.min(MOST, value));
  }
}
