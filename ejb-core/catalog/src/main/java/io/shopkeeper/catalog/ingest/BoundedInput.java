package io.shopkeeper.catalog.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Counts what an archive gives out and stops at a bound: a small file that unpacks to gigabytes is
 * an attack, not data.
 */
final class BoundedInput extends FilterInputStream {

  private final long most;
  private long read;

  BoundedInput(InputStream in, long most) {
    super(in);
    this.most = most;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    if (value >= 0) {
      count(1);
    }
    return value;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int n = super.read(buffer, offset, length);
    count(Math.max(0, n));
    return n;
  }

  @Override
  public long skip(long n) throws IOException {
    long skipped = super.skip(n);
    count(skipped);
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(long n) throws IOException {
    read += n;
    if (read > most) {
      throw new TooLargeException(most);
    }
  }

  /** The bound was reached. */
  static final class TooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    TooLargeException(long most) {
      super(
          "The file unpacks to more than %,d MB, which no honest file of its size does; split it and send the parts."
              .formatted(most >> 20));
    }
  }
}
