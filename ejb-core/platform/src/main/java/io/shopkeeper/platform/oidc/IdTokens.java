package io.shopkeeper.platform.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Believes an ID token only if it is signed with one of the provider's published keys, was made by
 * this issuer for this client, is not too old, and carries the nonce of this very sign-in. Safe for
 * use by several threads.
 */
final class IdTokens {

  // Only signatures with a key that the client does not have; "none" and shared secrets are out.
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  private final OidcSettings settings;
  private final String keysAt;
  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

  IdTokens(OidcSettings settings, String keysAt) {
    this.settings = settings;
    this.keysAt = keysAt;
    try {
      processor.setJWSKeySelector(
          new JWSVerificationKeySelector<>(
              ALGORITHMS, JWKSourceBuilder.create(URI.create(keysAt).toURL()).build()));
    } catch (MalformedURLException wrong) {
      throw new OidcException("the provider's jwks_uri is no address", wrong);
    }
    processor.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(
            settings.clientId(),
            new JWTClaimsSet.Builder().issuer(settings.issuer()).build(),
            Set.of("sub", "iat", "exp", "nonce")));
  }

  String keysAt() {
    return keysAt;
  }

  /** What a token says. */
  OidcPerson read(String token, String nonce) {
    try {
      JWTClaimsSet claims = processor.process(token, null);
      if (!nonce.equals(claims.getStringClaim("nonce"))) {
        throw new OidcException("the token's nonce is that of another sign-in");
      }
      String party = claims.getStringClaim("azp");
      if (party != null && !party.equals(settings.clientId())) {
        throw new OidcException("the token was made for the client " + party);
      }
      return new OidcPerson(
          claims.getSubject(),
          first(claims, "preferred_username", "email", "name", "sub"),
          first(claims, "name", "preferred_username"),
          groups(claims));
    } catch (ParseException | BadJOSEException | JOSEException problem) {
      throw new OidcException("the token cannot be believed: " + problem.getMessage(), problem);
    }
  }

  private List<String> groups(JWTClaimsSet claims) {
    Object value = claims.getClaims();
    for (String step : settings.rolesClaim().split("\\.", -1)) {
      value = value instanceof Map<?, ?> object ? object.get(step) : null;
    }
    if (value instanceof List<?> list) {
      return list.stream().map(String::valueOf).toList();
    }
    return value == null ? List.of() : List.of(value.toString());
  }

  private static String first(JWTClaimsSet claims, String... names) {
    for (String name : names) {
      if (claims.getClaim(name) instanceof String text && !text.isBlank()) {
        return text;
      }
    }
    return "";
  }
}
