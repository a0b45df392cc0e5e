package io.shopkeeper.platform.identity;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes that change every half minute (RFC 6238 over RFC 4226): HMAC-SHA-1, six digits, as every
 * authenticator app makes them. Safe for use by several threads.
 */
public final class Totp {

  private static final int STEP_SECONDS = 30;
  private static final int DIGITS = 6;
  private static final int SECRET_BYTES = 20;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Totp() {}

  /** A new secret. */
  public static byte[] newSecret() {
    byte[] secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return secret;
  }

  /** The number of the half minute since 1970. */
  public static long step(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
  }

  /** The code of a step. */
  public static String code(byte[] secret, long step) {
    return code(secret, step, DIGITS);
  }

  static String code(byte[] secret, long step, int digits) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int offset = hash[hash.length - 1] & 0xf;
      int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fffffff;
      return String.format("%0" + digits + "d", number % (int) Math.pow(10, digits));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * The step whose code was presented: the present one, the one before or the one after, for clocks
   * differ. Steps up to the last used one are not taken again, so a code that somebody overheard is
   * worth nothing.
   *
   * @param lastUsed the last step that was accepted; 0 for none
   */
  public static OptionalLong accepted(byte[] secret, String presented, Instant now, long lastUsed) {
    String code = presented.replaceAll("[\\s-]", "");
    long present = step(now);
    OptionalLong found = OptionalLong.empty();
    for (long step = present - 1; step <= present + 1; step++) {
      boolean fits =
          MessageDigest.isEqual(bytes(code(secret, step)), bytes(code)) && step > lastUsed;
      found = fits && found.isEmpty() ? OptionalLong.of(step) : found;
    }
    return found;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }
}
