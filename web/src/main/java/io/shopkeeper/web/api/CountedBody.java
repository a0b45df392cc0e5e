package io.shopkeeper.web.api;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that ends with an error when it is longer than allowed, whatever its header says. */
final class CountedBody extends FilterInputStream {

  private final long most;
  private long read;

  CountedBody(InputStream in, long most) {
    super(in);
    this.most = most;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    count(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int n = super.read(buffer, offset, length);
    count(Math.max(0, n));
    return n;
  }

  private void count(int n) throws IOException {
    read += n;
    if (read > most) {
      throw new BodyTooLargeException(most);
    }
  }
}
