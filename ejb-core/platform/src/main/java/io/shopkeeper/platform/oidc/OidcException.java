package io.shopkeeper.platform.oidc;

/** The provider cannot be reached, or what it says cannot be believed. */
public class OidcException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public OidcException(String message) {
    super(message);
  }

  public OidcException(String message, Throwable cause) {
    super(message, cause);
  }
}
