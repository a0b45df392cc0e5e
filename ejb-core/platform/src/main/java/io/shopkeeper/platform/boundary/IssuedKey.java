package io.shopkeeper.platform.boundary;

/**
 * A new key.
 *
 * @param secretText what the caller presents; for a secret key this is the only time it is known
 */
public record IssuedKey(ApiKeyView key, String secretText) {

  /** Leaves the secret out, so that it never reaches a log. */
  @Override
  public String toString() {
    return "IssuedKey[" + key + "]";
  }
}
