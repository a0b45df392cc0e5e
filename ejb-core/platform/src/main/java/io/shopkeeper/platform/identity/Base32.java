package io.shopkeeper.platform.identity;

/** Base32 without padding (RFC 4648), in which authenticator apps take a secret. */
public final class Base32 {

  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BITS = 5;

  private Base32() {}

  /** Bytes to letters. */
  public static String encode(byte[] bytes) {
    var text = new StringBuilder();
    int buffer = 0;
    int held = 0;
    for (byte next : bytes) {
      buffer = (buffer << Byte.SIZE) | (next & 0xff);
      held += Byte.SIZE;
      while (held >= BITS) {
        held -= BITS;
        text.append(LETTERS.charAt((buffer >> held) & 31));
      }
      buffer &= (1 << held) - 1;
    }
    if (held > 0) {
      text.append(LETTERS.charAt((buffer << (BITS - held)) & 31));
    }
    return text.toString();
  }

  /**
   * Letters to bytes.
   *
   * @throws IllegalArgumentException if it is not Base32
   */
  public static byte[] decode(String text) {
    byte[] bytes = new byte[text.length() * BITS / Byte.SIZE];
    int buffer = 0;
    int held = 0;
    int at = 0;
    for (int i = 0; i < text.length(); i++) {
      int value = LETTERS.indexOf(text.charAt(i));
      if (value < 0) {
        throw new IllegalArgumentException("not Base32 at " + i);
      }
      buffer = (buffer << BITS) | value;
      held += BITS;
      if (held >= Byte.SIZE) {
        held -= Byte.SIZE;
        bytes[at++] = (byte) (buffer >> held);
        buffer &= (1 << held) - 1;
      }
    }
    return bytes;
  }
}
