package io.shopkeeper.platform.identity;

import io.shopkeeper.platform.boundary.KeyKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The text of a key: {@code sk_<id>_<secret>} or {@code pk_<id>_<secret>}; 8 characters name it, 43
 * carry 250 bits or more of chance. A fast hash is enough for that much.
 */
public record KeyText(KeyKind kind, String id, String text) {

  private static final int ID_LENGTH = 8;
  private static final int SECRET_LENGTH = 43;

  /** Where the id begins, and the secret. */
  private static final int ID = 3;

  private static final int SECRET = ID + ID_LENGTH + 1;
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A new one. */
  public static KeyText make(KeyKind kind) {
    String id = random(ID_LENGTH);
    return new KeyText(kind, id, kind.prefix() + "_" + id + "_" + random(SECRET_LENGTH));
  }

  /** What a caller presents, if it has the form of a key. */
  public static Optional<KeyText> parse(String presented) {
    if (presented == null) {
      return Optional.empty();
    }
    KeyKind kind = kind(presented);
    return kind == null
        ? Optional.empty()
        : Optional.of(new KeyText(kind, presented.substring(ID, SECRET - 1), presented));
  }

  /** Null for what has not the form: every request brings one, so that it has to be quick. */
  private static KeyKind kind(String text) {
    if (text.length() != SECRET + SECRET_LENGTH
        || text.charAt(ID - 1) != '_'
        || text.charAt(SECRET - 1) != '_'
        || !isOfLetters(text, ID, SECRET - 1)
        || !isOfLetters(text, SECRET, text.length())) {
      return null;
    }
    return text.startsWith("sk") ? KeyKind.SECRET : text.startsWith("pk") ? KeyKind.PUBLIC : null;
  }

  private static boolean isOfLetters(String text, int from, int to) {
    for (int place = from; place < to; place++) {
      char c = text.charAt(place);
      if ((c < 'A' || c > 'Z') && (c < 'a' || c > 'z') && (c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  /** SHA-256 of the whole text, in hexadecimal. */
  public String hash() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Compares in constant time. */
  public boolean hashesTo(String expected) {
    return MessageDigest.isEqual(
        hash().getBytes(StandardCharsets.US_ASCII), expected.getBytes(StandardCharsets.US_ASCII));
  }

  /** Names the key without its secret. */
  @Override
  public String toString() {
    return kind.prefix() + "_" + id + "_…";
  }

  private static String random(int length) {
    var text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return text.toString();
  }
}
