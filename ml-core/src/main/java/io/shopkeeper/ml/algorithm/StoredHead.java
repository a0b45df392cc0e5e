package io.shopkeeper.ml.algorithm;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/**
 * What a stored model begins with, for those who do not know yet whose it is.
 *
 * @param algorithm its name
 * @param whole the model from its first byte; takes the place of the input that was looked at
 */
public record StoredHead(String algorithm, DataInput whole) {

  /**
   * Looks.
   *
   * @throws IOException if it is not a model
   */
  public static StoredHead of(DataInput in) throws IOException {
    int magic = in.readInt();
    if (magic != StoredForm.MAGIC) {
      throw new IOException("not a model of Shopkeeper");
    }
    String algorithm = in.readUTF();
    var bytes = new ByteArrayOutputStream();
    var again = new DataOutputStream(bytes);
    again.writeInt(magic);
    again.writeUTF(algorithm);
    var whole =
        new SequenceInputStream(new ByteArrayInputStream(bytes.toByteArray()), new Rest(in));
    return new StoredHead(algorithm, new DataInputStream(whole));
  }

  /** Gives as many bytes as are asked for, and takes none in advance. */
  private static final class Rest extends InputStream {

    private final DataInput in;

    Rest(DataInput in) {
      super();
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      try {
        return in.readUnsignedByte();
      } catch (EOFException end) {
        return -1;
      }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      in.readFully(bytes, offset, length);
      return length;
    }
  }
}
