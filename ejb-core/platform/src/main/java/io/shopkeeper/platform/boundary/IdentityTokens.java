package io.shopkeeper.platform.boundary;

import io.shopkeeper.platform.identity.TokenSigner;
import io.shopkeeper.platform.settings.KeptSecrets;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/**
 * Tokens by which a shop's server vouches for its signed-in customer, so that a page can ask for
 * personal things with a public key.
 */
@Stateless
public class IdentityTokens {

  private static final String SECRET = "identity.token-secret";
  private static final SecureRandom RANDOM = new SecureRandom();

  @Inject private KeptSecrets secrets;
  @Inject private Clock clock;

  /** A token that names the customer for a while. */
  public String sign(String customerId, Duration validFor) {
    return signer().sign(customerId, clock.instant().plus(validFor));
  }

  /** The customer that a token names; empty if it is wrong or too old. */
  public Optional<String> verify(String token) {
    return signer().verify(token, clock.instant());
  }

  /** Makes the secret, where there is none yet. */
  public void prepare() {
    signer();
  }

  private TokenSigner signer() {
    String secret = secrets.get(SECRET, IdentityTokens::random);
    return new TokenSigner(Base64.getDecoder().decode(secret));
  }

  private static String random() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
