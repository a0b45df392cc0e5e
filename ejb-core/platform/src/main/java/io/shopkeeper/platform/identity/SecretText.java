package io.shopkeeper.platform.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Long random texts, of which only the hash is kept: session tokens, one-time links, recovery
 * codes. They carry so much chance that a fast hash is enough.
 */
public final class SecretText {

  private static final int TOKEN_BYTES = 32;
  private static final int CODE_BYTES = 10;
  private static final int CODES = 10;
  private static final SecureRandom RANDOM = new SecureRandom();

  private SecretText() {}

  /** 256 bits for an address or a cookie. */
  public static String token() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random(TOKEN_BYTES));
  }

  /** Ten codes of 80 bits for a sheet of paper, in groups of four letters. */
  public static List<String> recoveryCodes() {
    return IntStream.range(0, CODES)
        .mapToObj(i -> Base32.encode(random(CODE_BYTES)).replaceAll("(.{4})(?=.)", "$1-"))
        .toList();
  }

  /** The hash to keep of a token. */
  public static String hash(String token) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The hash to keep of a person's recovery code, however it was typed. */
  public static String hashOfCode(String username, String code) {
    return hash(username + " " + code.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT));
  }

  private static byte[] random(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return random;
  }
}
