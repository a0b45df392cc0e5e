package io.shopkeeper.platform.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * {@code base64url(expiry-seconds|customer).base64url(HMAC-SHA-256)} (RFC 2104). Safe for use by
 * several threads.
 */
public final class TokenSigner {

  private static final int LONGEST = 600;

  private final SecretKeySpec key;

  /**
   * @param secret 32 bytes
   */
  public TokenSigner(byte[] secret) {
    this.key = new SecretKeySpec(secret, "HmacSHA256");
  }

  public String sign(String customerId, Instant expiresAt) {
    String payload =
        encode((expiresAt.getEpochSecond() + "|" + customerId).getBytes(StandardCharsets.UTF_8));
    return payload + "." + encode(mac(payload));
  }

  public Optional<String> verify(String token, Instant now) {
    if (token == null || token.length() > LONGEST || !token.matches("[\\w-]+\\.[\\w-]+")) {
      return Optional.empty();
    }
    int dot = token.indexOf('.');
    String payload = token.substring(0, dot);
    try {
      byte[] presented = Base64.getUrlDecoder().decode(token.substring(dot + 1));
      if (!MessageDigest.isEqual(presented, mac(payload))) {
        return Optional.empty();
      }
      String text = new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
      int bar = text.indexOf('|');
      boolean fresh = Long.parseLong(text.substring(0, bar)) > now.getEpochSecond();
      return fresh ? Optional.of(text.substring(bar + 1)) : Optional.empty();
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private byte[] mac(String payload) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(payload.getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
