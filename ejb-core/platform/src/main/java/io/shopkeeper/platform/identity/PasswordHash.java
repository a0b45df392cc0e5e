package io.shopkeeper.platform.identity;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * PBKDF2 with HMAC-SHA-512 (RFC 8018), stored as {@code pbkdf2-sha512$iterations$salt$hash}. Safe
 * for use by several threads.
 */
public final class PasswordHash {

  private static final int ITERATIONS = 210_000;
  private static final int BITS = 512;
  private static final String NAME = "pbkdf2-sha512";
  private static final SecureRandom RANDOM = new SecureRandom();

  private PasswordHash() {}

  /** The text to keep for a password, with a salt of its own. */
  public static String of(String password) {
    byte[] salt = new byte[16];
    RANDOM.nextBytes(salt);
    Base64.Encoder base64 = Base64.getEncoder();
    return String.join(
        "$",
        NAME,
        Integer.toString(ITERATIONS),
        base64.encodeToString(salt),
        base64.encodeToString(derive(password, salt, ITERATIONS)));
  }

  /** Whether the password is the one that the text was made from; takes as long either way. */
  public static boolean matches(String password, String kept) {
    String[] parts = kept.split("\\$", -1);
    if (parts.length != 4 || !parts[0].equals(NAME)) {
      throw new IllegalStateException("a stored password hash has an unknown format");
    }
    byte[] salt = Base64.getDecoder().decode(parts[2]);
    byte[] expected = Base64.getDecoder().decode(parts[3]);
    return MessageDigest.isEqual(expected, derive(password, salt, Integer.parseInt(parts[1])));
  }

  private static byte[] derive(String password, byte[] salt, int iterations) {
    var specification = new PBEKeySpec(password.toCharArray(), salt, iterations, BITS);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
          .generateSecret(specification)
          .getEncoded();
    } catch (GeneralSecurityException problem) {
      throw new IllegalStateException("this Java has no PBKDF2WithHmacSHA512", problem);
    } finally {
      specification.clearPassword();
    }
  }
}
