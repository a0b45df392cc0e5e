package io.shopkeeper.console.access;

import jakarta.servlet.http.HttpServletRequest;

/** How browsers reach the shop: {@code SHOPKEEPER_PUBLIC_URL}, else as this request did. */
public final class PublicAddress {

  private PublicAddress() {}

  /** Without a slash at the end. */
  public static String of(HttpServletRequest request) {
    String configured = System.getenv("SHOPKEEPER_PUBLIC_URL");
    if (configured != null && !configured.isBlank()) {
      return configured.strip().replaceFirst("/+$", "");
    }
    String url = request.getRequestURL().toString();
    return url.substring(0, url.length() - request.getRequestURI().length());
  }
}
