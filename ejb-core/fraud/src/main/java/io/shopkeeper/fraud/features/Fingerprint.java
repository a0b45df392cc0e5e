package io.shopkeeper.fraud.features;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;

/**
 * What tells personal texts apart without being them: the first 128 bits of SHA-256 of the text in
 * one way of writing. Who guesses the text can tell that it is this one.
 */
public final class Fingerprint {

  private static final int BYTES = 16;

  private Fingerprint() {}

  /** Of an e-mail address; null of null. */
  public static String ofEmail(String email) {
    return email == null ? null : of("email", email.strip());
  }

  /** Of an address: signs between the words and their case do not count; null of null. */
  public static String ofAddress(String address) {
    return address == null
        ? null
        : of("address", address.replaceAll("[^\\p{L}\\p{N}]+", " ").strip());
  }

  /** Of any other text of a kind; null where it is blank. */
  public static String of(String kind, String text) {
    String one = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    if (one.isEmpty()) {
      return null;
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((kind + ":" + one).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
