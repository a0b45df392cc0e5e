package io.shopkeeper.prediction.dataset;

import io.shopkeeper.platform.boundary.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Files as gzip keeps them. */
public final class Packed {

  private Packed() {}

  /** Compresses a file. */
  public static byte[] pack(byte[] plain) {
    var packed = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(packed)) {
      zip.write(plain);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return packed.toByteArray();
  }

  /** Reads what {@link #pack} made. */
  public static InputStream open(byte[] packed) {
    try {
      return new GZIPInputStream(new ByteArrayInputStream(packed));
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  /**
   * Takes a file out that came compressed; one that did not stays as it is.
   *
   * @param most bytes that it may have
   * @throws InvalidInputException if it has more, or is damaged
   */
  public static byte[] unpack(byte[] bytes, int most) {
    boolean packed = bytes.length > 2 && bytes[0] == (byte) 0x1f && bytes[1] == (byte) 0x8b;
    byte[] plain = packed ? unpacked(bytes, most) : bytes;
    if (plain.length > most) {
      throw InvalidInputException.of(
          "/file", "is larger than %,d MB; take a sample".formatted(most >> 20));
    }
    return plain;
  }

  private static byte[] unpacked(byte[] bytes, int most) {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return in.readNBytes(most + 1);
    } catch (IOException damaged) {
      throw InvalidInputException.of(
          "/file", "is compressed, but damaged: " + damaged.getMessage());
    }
  }
}
