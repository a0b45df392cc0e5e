package io.shopkeeper.platform.oidc;

import io.shopkeeper.platform.boundary.Role;
import java.net.URI;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The identity provider as the environment names it.
 *
 * @param issuer as it stands in the provider's tokens
 * @param clientSecret empty for a client that has none
 * @param scopes what to ask for, with blanks between
 * @param rolesClaim the claim that lists groups or roles; dots lead into objects
 * @param roles which roles a value of that claim gives
 * @param otherwise the roles of somebody whom no value gives any; empty to refuse
 * @param label what the button says
 */
public record OidcSettings(
    String issuer,
    String clientId,
    String clientSecret,
    String scopes,
    String rolesClaim,
    Map<String, Set<Role>> roles,
    Set<Role> otherwise,
    String label) {

  /** The settings, if the environment names an issuer. */
  public static Optional<OidcSettings> from(Map<String, String> environment) {
    String issuer = environment.getOrDefault("SHOPKEEPER_OIDC_ISSUER", "").strip();
    if (issuer.isEmpty()) {
      return Optional.empty();
    }
    requireSafe(issuer);
    String client = environment.getOrDefault("SHOPKEEPER_OIDC_CLIENT_ID", "").strip();
    if (client.isEmpty()) {
      throw new IllegalStateException(
          "SHOPKEEPER_OIDC_ISSUER is set, but SHOPKEEPER_OIDC_CLIENT_ID is not");
    }
    return Optional.of(
        new OidcSettings(
            issuer,
            client,
            environment.getOrDefault("SHOPKEEPER_OIDC_CLIENT_SECRET", "").strip(),
            environment.getOrDefault("SHOPKEEPER_OIDC_SCOPES", "openid profile email").strip(),
            environment.getOrDefault("SHOPKEEPER_OIDC_ROLES_CLAIM", "groups").strip(),
            mapping(environment.getOrDefault("SHOPKEEPER_OIDC_ROLES", "")),
            roles(environment.getOrDefault("SHOPKEEPER_OIDC_DEFAULT_ROLES", "")),
            environment.getOrDefault("SHOPKEEPER_OIDC_LABEL", "").strip()));
  }

  /** What values of the claim give together, else what is given otherwise. */
  public Set<Role> rolesOf(List<String> values) {
    Set<Role> given = EnumSet.noneOf(Role.class);
    values.forEach(value -> given.addAll(roles.getOrDefault(value, Set.of())));
    return given.isEmpty() ? otherwise : given;
  }

  /** Leaves the secret out, so that it never reaches a log. */
  @Override
  public String toString() {
    return "OidcSettings[" + issuer + ", " + clientId + "]";
  }

  private static void requireSafe(String issuer) {
    URI address = URI.create(issuer);
    boolean local =
        "http".equals(address.getScheme())
            && List.of("localhost", "127.0.0.1", "[::1]").contains(address.getHost());
    if (!"https".equals(address.getScheme()) && !local) {
      throw new IllegalStateException(
          "SHOPKEEPER_OIDC_ISSUER must begin with https:// (http:// only on this machine), but is "
              + issuer);
    }
  }

  /** {@code shop-admins:ADMIN,shop-staff:MERCHANDISER+ANALYST}. */
  private static Map<String, Set<Role>> mapping(String text) {
    var mapping = new HashMap<String, Set<Role>>();
    for (String pair : text.split(",", -1)) {
      int colon = pair.lastIndexOf(':');
      if (colon > 0) {
        mapping.put(pair.substring(0, colon).strip(), roles(pair.substring(colon + 1)));
      } else if (!pair.isBlank()) {
        throw new IllegalStateException(
            "SHOPKEEPER_OIDC_ROLES must look like group:ROLE+ROLE,group:ROLE, but has " + pair);
      }
    }
    return Map.copyOf(mapping);
  }

  private static Set<Role> roles(String text) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    Arrays.stream(text.split("\\+", -1))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .forEach(name -> roles.add(role(name)));
    return Set.copyOf(roles);
  }

  private static Role role(String name) {
    try {
      return Role.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw new IllegalStateException(
          "%s is no role; there are %s".formatted(name, Arrays.toString(Role.values())), unknown);
    }
  }
}
