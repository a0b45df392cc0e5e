package io.shopkeeper.catalog.ingest;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Opens a file as text: plain, gzip or a zip of one file; UTF-8 or, with a byte order mark, UTF-16.
 * Bytes that are not of that encoding are an error, never a question mark.
 */
final class FileOpener {

  private static final long ALWAYS_ALLOWED = 64L << 20;
  private static final long MOST = 8L << 30;
  private static final int HIGHEST_RATIO = 100;

  private FileOpener() {}

  static BufferedReader open(Path file) throws IOException, FileUnreadableException {
    var raw = new BufferedInputStream(Files.newInputStream(file));
    try {
      InputStream content = unpack(raw, Files.size(file));
      return new BufferedReader(decode(content), 1 << 16);
    } catch (IOException | FileUnreadableException problem) {
      raw.close();
      throw problem;
    }
  }

  private static InputStream unpack(BufferedInputStream raw, long size)
      throws IOException, FileUnreadableException {
    raw.mark(4);
    byte[] head = raw.readNBytes(4);
    raw.reset();
    long most = Math.min(MOST, Math.max(ALWAYS_ALLOWED, size * HIGHEST_RATIO));
    if (head.length >= 2 && head[0] == 0x1f && head[1] == (byte) 0x8b) {
      return new BoundedInput(new GZIPInputStream(raw, 1 << 16), most);
    }
    if (head.length == 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4) {
      var zip = new ZipInputStream(raw);
      ZipEntry entry = zip.getNextEntry();
      if (entry == null || entry.isDirectory()) {
        throw new FileUnreadableException("The zip must hold exactly one file, not a folder.");
      }
      return new BoundedInput(new SingleEntry(zip), most);
    }
    return raw;
  }

  private static InputStreamReader decode(InputStream content) throws IOException {
    var marked = new BufferedInputStream(content, 1 << 16);
    marked.mark(3);
    byte[] head = marked.readNBytes(3);
    marked.reset();
    Charset charset = StandardCharsets.UTF_8;
    int skip = 0;
    if (head.length == 3
        && head[0] == (byte) 0xEF
        && head[1] == (byte) 0xBB
        && head[2] == (byte) 0xBF) {
      skip = 3;
    } else if (head.length >= 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
      charset = StandardCharsets.UTF_16LE;
      skip = 2;
    } else if (head.length >= 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
      charset = StandardCharsets.UTF_16BE;
      skip = 2;
    }
    marked.skipNBytes(skip);
    return new InputStreamReader(
        marked,
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  /** The one file of a zip; a second one is an error, because it would be lost silently. */
  private static final class SingleEntry extends InputStream {

    private final ZipInputStream zip;

    SingleEntry(ZipInputStream zip) {
      this.zip = zip;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int n = zip.read(buffer, offset, length);
      if (n < 0 && zip.getNextEntry() != null) {
        throw new IOException("The zip holds more than one file; send them one by one.");
      }
      return n;
    }

    @Override
    public void close() throws IOException {
      zip.close();
    }
  }
}
