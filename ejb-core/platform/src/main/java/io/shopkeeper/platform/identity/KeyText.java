package io.shopkeeper.platform.identity;

import io.shopkeeper.platform.boundary.KeyKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a key: {@code sk_<id>_<secret>} or {@code pk_<id>_<secret>}; 8 characters name it, 43
 * carry 250 bits or more of chance. A fast hash is enough for that much.
 */
public record KeyText(KeyKind kind, String id, String text) {

  private static final Pattern FORM = Pattern.compile("(sk|pk)_([A-Za-z0-9]{8})_[A-Za-z0-9]{43}");
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A new one. */
  public static KeyText make(KeyKind kind) {
    String id = random(8);
    return new KeyText(kind, id, kind.prefix() + "_" + id + "_" + random(43));
  }

  /** What a caller presents, if it has the form of a key. */
  public static Optional<KeyText> parse(String presented) {
    if (presented == null) {
      return Optional.empty();
    }
    Matcher matcher = FORM.matcher(presented);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    KeyKind kind = matcher.group(1).equals("sk") ? KeyKind.SECRET : KeyKind.PUBLIC;
    return Optional.of(new KeyText(kind, matcher.group(2), presented));
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
