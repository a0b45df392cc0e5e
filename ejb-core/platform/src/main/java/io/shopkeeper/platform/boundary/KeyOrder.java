package io.shopkeeper.platform.boundary;

import java.time.Instant;
import java.util.Set;

/**
 * A key to make.
 *
 * @param name what it is for, at most 120 characters
 * @param origins web origins such as {@code https://shop.example}, for public keys
 * @param expiresAt when it ends by itself; null if it does not
 */
public record KeyOrder(
    String name, KeyKind kind, Set<Scope> scopes, Set<String> origins, Instant expiresAt) {

  private static final int LONGEST_NAME = 120;

  /**
   * Checks the values.
   *
   * @throws InvalidInputException if one will not do
   */
  public void check(Instant now) {
    if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
      throw InvalidInputException.of("name", "must have 1 to 120 characters");
    }
    if (kind == null) {
      throw InvalidInputException.of("kind", "must be SECRET or PUBLIC");
    }
    if (scopes == null || scopes.isEmpty()) {
      throw InvalidInputException.of("scopes", "must be at least one");
    }
    for (String origin : origins) {
      if (!origin.matches("https?://[A-Za-z0-9.-]+(:\\d{1,5})?")) {
        throw InvalidInputException.of(
            "origins", origin + " is not a web origin such as https://shop.example");
      }
    }
    if (expiresAt != null && !expiresAt.isAfter(now)) {
      throw InvalidInputException.of("expiresAt", "must be in the future");
    }
  }
}
