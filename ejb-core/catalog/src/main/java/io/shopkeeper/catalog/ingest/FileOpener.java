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
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Opens a file as text: plain, gzip or a zip of one file, in the encoding that it is found to be
 * in. Bytes that are not of that encoding are an error, never a question mark.
 */
final class FileOpener {

  private static final long ALWAYS_ALLOWED = 64L << 20;
  private static final long MOST = 8L << 30;
  private static final int HIGHEST_RATIO = 100;

  private FileOpener() {}

  static BufferedReader open(Path file) throws IOException, FileUnreadableException {
    return open(file, encoding(file));
  }

  /** Opens a file whose encoding is known. */
  static BufferedReader open(Path file, Charset charset)
      throws IOException, FileUnreadableException {
    var raw = new BufferedInputStream(Files.newInputStream(file));
    try {
      InputStream content = unpack(raw, Files.size(file));
      return new BufferedReader(decode(content, charset), 1 << 16);
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

  /** The encoding of a file: what its byte order mark says, or what it looks like. */
  static Charset encoding(Path file) throws IOException, FileUnreadableException {
    try (var raw = new BufferedInputStream(Files.newInputStream(file));
        var content = new BufferedInputStream(unpack(raw, Files.size(file)), 1 << 16)) {
      Mark mark = Mark.of(content);
      return mark == Mark.NONE ? TextEncoding.of(content) : mark.charset;
    }
  }

  private static InputStreamReader decode(InputStream content, Charset charset) throws IOException {
    var marked = new BufferedInputStream(content, 1 << 16);
    marked.skipNBytes(Mark.of(marked).length);
    return new InputStreamReader(
        marked,
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  /** A byte order mark. */
  private enum Mark {
    UTF_8(StandardCharsets.UTF_8, "EFBBBF"),
    UTF_16LE(StandardCharsets.UTF_16LE, "FFFE"),
    UTF_16BE(StandardCharsets.UTF_16BE, "FEFF"),
    NONE(StandardCharsets.UTF_8, "");

    private final Charset charset;
    private final String bytes;
    private final int length;

    Mark(Charset charset, String bytes) {
      this.charset = charset;
      this.bytes = bytes;
      this.length = bytes.length() / 2;
    }

    /** The mark at the beginning; the stream stays where it is. */
    static Mark of(BufferedInputStream content) throws IOException {
      content.mark(3);
      byte[] head = content.readNBytes(3);
      content.reset();
      for (Mark mark : values()) {
        if (mark.begins(head)) {
          return mark;
        }
      }
      return NONE;
    }

    private boolean begins(byte[] head) {
      return HexFormat.of().withUpperCase().formatHex(head).startsWith(bytes);
    }
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
