package io.shopkeeper.platform.boundary;

/**
 * What an authenticator app needs to know.
 *
 * @param secret in Base32, for typing
 * @param uri the same as {@code otpauth://…}, for a QR code
 */
public record CodeEnrolment(String secret, String uri) {

  /** Leaves the secret out, so that it never reaches a log. */
  @Override
  public String toString() {
    return "CodeEnrolment[…]";
  }
}
