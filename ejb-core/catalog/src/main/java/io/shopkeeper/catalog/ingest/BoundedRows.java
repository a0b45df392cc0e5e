package io.shopkeeper.catalog.ingest;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Counts the characters of one row of a table and stops at a bound: a quote that is never closed
 * would else draw the whole file into memory. For one thread.
 */
final class BoundedRows extends FilterReader {

  // The parser reads ahead this much at most.
  private static final int READ_AHEAD = 1 << 16;

  private final int most;
  private int read;

  BoundedRows(Reader in, int most) {
    super(in);
    this.most = most;
  }

  /** Counting starts anew. */
  void nextRow() {
    read = 0;
  }

  @Override
  public int read() throws IOException {
    int character = super.read();
    count(1);
    return character;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int n = super.read(buffer, offset, Math.min(length, READ_AHEAD));
    count(n);
    return n;
  }

  private void count(int n) throws IOException {
    read += n;
    if (read > most + READ_AHEAD) {
      throw new IOException("it is longer than a million characters; is a quote never closed?");
    }
  }
}
