package io.shopkeeper.catalog.ingest;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds out in which encoding a text is. UTF-8 is proven by reading all of it; only where that
 * fails the bytes around the first characters beyond ASCII are looked at.
 */
final class TextEncoding {

  private static final int SAMPLE = 64 << 10;
  private static final int CONTEXT = 48;
  private static final int CLOSE = 25;
  private static final Charset WESTERN = Charset.forName("windows-1252");
  private static final Charset CHINESE = Charset.forName("GB18030");

  private TextEncoding() {}

  /**
   * Detects the encoding of a text without a byte order mark.
   *
   * @throws FileUnreadableException if it is no text
   */
  static Charset of(InputStream text) throws IOException, FileUnreadableException {
    var scan = new Scan();
    byte[] buffer = new byte[1 << 16];
    int n = text.read(buffer);
    while (n >= 0) {
      scan.take(buffer, n);
      n = text.read(buffer);
    }
    return scan.result();
  }

  private static final class Scan {

    private final CharsetDecoder utf8 =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final CharBuffer characters = CharBuffer.allocate(1 << 17);
    private final ByteArrayOutputStream sample = new ByteArrayOutputStream();
    private byte[] rest = {};
    private boolean valid = true;
    private long bytes;
    private long[] zeros = new long[2];
    private long controls;
    private int wanted;

    void take(byte[] buffer, int n) {
      for (int i = 0; i < n; i++) {
        look(buffer[i]);
      }
      collect(buffer, n);
      if (valid) {
        decode(buffer, n);
      }
    }

    private void look(byte value) {
      if (value == 0) {
        zeros[(int) (bytes & 1)]++;
      } else if ((value > 0 && value < 9) || (value > 13 && value < 32 && value != 27)) {
        controls++;
      }
      bytes++;
    }

    /** Keeps what stands around characters beyond ASCII. */
    private void collect(byte[] buffer, int n) {
      for (int i = 0; i < n && sample.size() < SAMPLE; i++) {
        if (buffer[i] < 0 && wanted == 0) {
          int from = Math.max(0, i - CONTEXT);
          sample.write(buffer, from, i - from);
        }
        if (buffer[i] < 0) {
          wanted = CONTEXT;
        }
        if (wanted > 0) {
          sample.write(buffer[i]);
          wanted--;
        }
      }
    }

    private void decode(byte[] buffer, int n) {
      ByteBuffer in = ByteBuffer.allocate(rest.length + n).put(rest).put(buffer, 0, n).flip();
      characters.clear();
      valid = !utf8.decode(in, characters, false).isError();
      rest = new byte[in.remaining()];
      in.get(rest);
    }

    Charset result() throws FileUnreadableException {
      if (zeros[0] + zeros[1] > bytes / 4) {
        return zeros[0] > zeros[1] ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
      }
      if (zeros[0] + zeros[1] + controls > Math.max(2, bytes / 100)) {
        throw new FileUnreadableException(
            "The file is no text: a table (CSV, TSV) or JSON lines is wanted, or a gz or zip of"
                + " one.");
      }
      if (valid && rest.length == 0) {
        return StandardCharsets.UTF_8;
      }
      return choose(sample.toByteArray());
    }
  }

  private static Charset choose(byte[] sample) throws FileUnreadableException {
    double adjacent = adjacent(sample);
    for (CharsetMatch match : matches(sample)) {
      Charset charset = Charset.forName(match.getName());
      boolean doubleBytes = charset.newEncoder().maxBytesPerChar() > 1;
      if (charset.equals(StandardCharsets.UTF_8) || !decodes(charset, sample)) {
        continue;
      }
      if (doubleBytes && adjacent >= 0.6) {
        return charset;
      }
      if (!doubleBytes && adjacent > 0.95 && decodes(CHINESE, sample) && ideographs(sample) > 0.9) {
        return CHINESE;
      }
      if (!doubleBytes) {
        return western(sample, match.getConfidence()) ? WESTERN : charset;
      }
    }
    if (decodes(WESTERN, sample)) {
      return WESTERN;
    }
    throw new FileUnreadableException(
        "The file's encoding is not known: it is not UTF-8, UTF-16, GB18030 or windows-1252."
            + " Save it as UTF-8 and send it again; nothing was stored.");
  }

  /**
   * Whether it is as good as any other single-byte encoding: with little to go by it is the likely
   * one. Latin-1 is a part of it.
   */
  private static boolean western(byte[] sample, int best) {
    return decodes(WESTERN, sample)
        && matches(sample).stream()
            .filter(match -> match.getName().matches("ISO-8859-1|windows-1252"))
            .anyMatch(match -> match.getConfidence() >= best - CLOSE);
  }

  private static List<CharsetMatch> matches(byte[] sample) {
    var matches = new ArrayList<CharsetMatch>();
    for (CharsetMatch match : new CharsetDetector().setText(sample).detectAll()) {
      if (Charset.isSupported(match.getName())) {
        matches.add(match);
      }
    }
    return matches;
  }

  /** Of the bytes beyond ASCII, the share with another beside it. */
  private static double adjacent(byte[] sample) {
    int high = 0;
    int beside = 0;
    for (int i = 0; i < sample.length; i++) {
      if (sample[i] < 0) {
        high++;
        boolean before = i > 0 && sample[i - 1] < 0;
        boolean after = i + 1 < sample.length && sample[i + 1] < 0;
        beside += before || after ? 1 : 0;
      }
    }
    return high == 0 ? 0 : (double) beside / high;
  }

  private static boolean decodes(Charset charset, byte[] sample) {
    try {
      // The sample may end within a character.
      return !decode(charset, sample).isEmpty();
    } catch (CharacterCodingException malformed) {
      return false;
    }
  }

  private static String decode(Charset charset, byte[] sample) throws CharacterCodingException {
    CharBuffer text = CharBuffer.allocate(sample.length + 1);
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var result = decoder.decode(ByteBuffer.wrap(sample), text, false);
    if (result.isError()) {
      result.throwException();
    }
    return text.flip().toString();
  }

  /** Of the characters beyond ASCII, the share of Chinese ones. */
  private static double ideographs(byte[] sample) {
    try {
      int[] beyond = decode(CHINESE, sample).codePoints().filter(c -> c > 127).toArray();
      long chinese =
          java.util.Arrays.stream(beyond)
              .filter(
                  c -> (c >= 0x4E00 && c <= 0x9FA5) || (c >= 0x3000 && c <= 0x303F) || c >= 0xFF00)
              .count();
      return beyond.length == 0 ? 0 : (double) chinese / beyond.length;
    } catch (CharacterCodingException malformed) {
      return 0;
    }
  }
}
