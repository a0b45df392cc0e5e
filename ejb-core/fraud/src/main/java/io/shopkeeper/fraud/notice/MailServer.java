package io.shopkeeper.fraud.notice;

/**
 * Through which server mail goes out.
 *
 * @param security {@code starttls, tls} or {@code none}
 * @param user empty for none
 * @param password empty for none
 * @param from the sender's address
 */
public record MailServer(
    String host, int port, String security, String user, String password, String from) {

  /** Without the password. */
  @Override
  public String toString() {
    return "%s:%d (%s)".formatted(host, port, security);
  }
}
