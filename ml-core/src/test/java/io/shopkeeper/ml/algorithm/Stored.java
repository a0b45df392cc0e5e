package io.shopkeeper.ml.algorithm;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** Stored models in tests. */
public final class Stored {

  private Stored() {}

  /** The bytes of a model. */
  public static byte[] bytes(TrainedModel model) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      model.write(out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /** The model of the bytes. */
  public static <M extends TrainedModel> M read(Algorithm<?, ?, M> algorithm, byte[] bytes) {
    try {
      return algorithm.read(input(bytes));
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  /** Cut off, of another algorithm, with a wrong head: all of these must be refused as such. */
  public static void damagedBytesAreRefused(Algorithm<?, ?, ?> algorithm, byte[] bytes) {
    for (int cut : new int[] {0, 3, 9, bytes.length / 2, bytes.length - 1}) {
      refused(algorithm, Arrays.copyOf(bytes, Math.min(cut, bytes.length - 1)));
    }
    byte[] foreign = bytes.clone();
    foreign[0] ^= 0x20;
    refused(algorithm, foreign);
    // Lengths and counts begin somewhere in the head: claims there must not cost the memory.
    for (int place = 4; place < Math.min(bytes.length, 64); place++) {
      byte[] damaged = bytes.clone();
      damaged[place] = (byte) (damaged[place] ^ 0x7f);
      readsOrRefuses(algorithm, damaged);
    }
  }

  private static void readsOrRefuses(Algorithm<?, ?, ?> algorithm, byte[] bytes) {
    try {
      algorithm.read(input(bytes));
    } catch (IOException refused) {
      // As it should be: what is not noticed is a number like any other.
    }
  }

  private static void refused(Algorithm<?, ?, ?> algorithm, byte[] bytes) {
    assertThatThrownBy(() -> algorithm.read(input(bytes)))
        .as("%s of %d bytes", algorithm.name(), bytes.length)
        .isInstanceOf(IOException.class);
  }

  private static DataInput input(byte[] bytes) {
    return new DataInputStream(new ByteArrayInputStream(bytes));
  }
}
