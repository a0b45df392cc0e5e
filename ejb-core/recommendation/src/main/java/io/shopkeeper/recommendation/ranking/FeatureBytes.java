package io.shopkeeper.recommendation.ranking;

import io.shopkeeper.recommendation.features.Feature;
import java.nio.ByteBuffer;
import java.nio.ShortBuffer;

/**
 * Rows of features as bytes: row by row, each value of 16 bits (IEEE 754 binary16, big-endian), 80
 * bytes a row.
 */
public final class FeatureBytes {

  private FeatureBytes() {}

  /**
   * Packs rows.
   *
   * @param rows rows × {@link Feature#WIDTH}
   */
  public static byte[] pack(float[] rows) {
    ByteBuffer bytes = ByteBuffer.allocate(rows.length * Short.BYTES);
    for (float value : rows) {
      bytes.putShort(Float.floatToFloat16(value));
    }
    return bytes.array();
  }

  /**
   * Reads what {@link #pack} made.
   *
   * @throws IllegalArgumentException if there is no whole number of rows
   */
  public static float[] unpack(byte[] bytes) {
    if (bytes.length % (Feature.WIDTH * Short.BYTES) != 0) {
      throw new IllegalArgumentException(
          "%d bytes are no rows of %d features".formatted(bytes.length, Feature.WIDTH));
    }
    ShortBuffer packed = ByteBuffer.wrap(bytes).asShortBuffer();
    float[] rows = new float[packed.remaining()];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = Float.float16ToFloat(packed.get(i));
    }
    return rows;
  }
}
