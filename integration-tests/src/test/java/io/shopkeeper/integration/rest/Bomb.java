package io.shopkeeper.integration.rest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** Small files that unpack to large ones. */
final class Bomb {

  private Bomb() {}

  /** A gzip that begins like a table and goes on with so many mebibytes. */
  static byte[] gzip(String beginning, int mebibytes) throws IOException {
    var bytes = new ByteArrayOutputStream();
    byte[] mebibyte = "x-1,Knife,1\n".repeat(87_382).getBytes(StandardCharsets.US_ASCII);
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(beginning.getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < mebibytes; i++) {
        gzip.write(mebibyte);
      }
    }
    return bytes.toByteArray();
  }
}
