package io.shopkeeper.ml.algorithm;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Pieces of stored models, big-endian: a header that names the algorithm and the version of its
 * format, and arrays with their lengths. Lengths that a damaged file claims cost no more memory
 * than the file has bytes.
 */
public final class StoredForm {

  static final int MAGIC = 0x534B4D31;
  private static final int CHUNK = 1 << 14;

  private StoredForm() {}

  /** Begins a model. */
  public static void writeHeader(DataOutput out, String algorithm, int format) throws IOException {
    out.writeInt(MAGIC);
    out.writeUTF(algorithm);
    out.writeInt(format);
  }

  /**
   * Begins reading a model.
   *
   * @param newest the newest format that can be read
   * @return the format, 1 to {@code newest}
   * @throws IOException if it is another model or a newer format
   */
  public static int readHeader(DataInput in, String algorithm, int newest) throws IOException {
    if (in.readInt() != MAGIC) {
      throw new IOException("not a model of Shopkeeper");
    }
    String found = in.readUTF();
    if (!found.equals(algorithm)) {
      throw new IOException("a model of %s, not of %s".formatted(found, algorithm));
    }
    int format = in.readInt();
    if (format < 1 || format > newest) {
      throw new IOException(
          "%s: format %d is not known, only 1 to %d".formatted(algorithm, format, newest));
    }
    return format;
  }

  /** Stores an array. */
  public static void write(DataOutput out, float[] values) throws IOException {
    out.writeInt(values.length);
    ByteBuffer buffer = ByteBuffer.allocate(4 * Math.min(CHUNK, values.length));
    for (int from = 0; from < values.length; from += CHUNK) {
      int count = Math.min(CHUNK, values.length - from);
      buffer.asFloatBuffer().put(values, from, count);
      out.write(buffer.array(), 0, 4 * count);
    }
  }

  /** Stores an array. */
  public static void write(DataOutput out, double[] values) throws IOException {
    out.writeInt(values.length);
    for (double value : values) {
      out.writeDouble(value);
    }
  }

  /** Stores an array. */
  public static void write(DataOutput out, int[] values) throws IOException {
    out.writeInt(values.length);
    ByteBuffer buffer = ByteBuffer.allocate(4 * Math.min(CHUNK, values.length));
    for (int from = 0; from < values.length; from += CHUNK) {
      int count = Math.min(CHUNK, values.length - from);
      buffer.asIntBuffer().put(values, from, count);
      out.write(buffer.array(), 0, 4 * count);
    }
  }

  /** Reads an array. */
  public static float[] readFloats(DataInput in) throws IOException {
    int length = length(in);
    float[] values = new float[Math.min(length, CHUNK)];
    byte[] bytes = new byte[4 * values.length];
    for (int from = 0; from < length; from += CHUNK) {
      int count = Math.min(CHUNK, length - from);
      in.readFully(bytes, 0, 4 * count);
      values = roomFor(values, from + count, length);
      ByteBuffer.wrap(bytes).asFloatBuffer().get(values, from, count);
    }
    return values;
  }

  /** Reads an array. */
  public static int[] readInts(DataInput in) throws IOException {
    int length = length(in);
    int[] values = new int[Math.min(length, CHUNK)];
    byte[] bytes = new byte[4 * values.length];
    for (int from = 0; from < length; from += CHUNK) {
      int count = Math.min(CHUNK, length - from);
      in.readFully(bytes, 0, 4 * count);
      if (values.length < from + count) {
        values = Arrays.copyOf(values, grown(values.length, from + count, length));
      }
      ByteBuffer.wrap(bytes).asIntBuffer().get(values, from, count);
    }
    return values;
  }

  /** Reads an array. */
  public static double[] readDoubles(DataInput in) throws IOException {
    int length = length(in);
    double[] values = new double[Math.min(length, CHUNK)];
    for (int i = 0; i < length; i++) {
      if (i == values.length) {
        values = Arrays.copyOf(values, grown(values.length, i + 1, length));
      }
      values[i] = in.readDouble();
    }
    return values;
  }

  private static float[] roomFor(float[] values, int needed, int length) {
    return values.length >= needed
        ? values
        : Arrays.copyOf(values, grown(values.length, needed, length));
  }

  /** At least what is needed, else double, at most the whole; the last growth hits the whole. */
  private static int grown(int now, int needed, int length) {
    return (int) Math.min(length, Math.max(needed, 2L * now));
  }

  private static int length(DataInput in) throws IOException {
    int length = in.readInt();
    if (length < 0) {
      throw new IOException("damaged: an array of length " + length);
    }
    return length;
  }
}
