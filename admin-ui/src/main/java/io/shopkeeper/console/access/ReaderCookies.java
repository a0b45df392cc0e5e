package io.shopkeeper.console.access;

import io.shopkeeper.platform.boundary.Preferences;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;

/** Language and theme in the cookies that the storefront reads, too. */
final class ReaderCookies {

  private static final Duration KEPT = Duration.ofDays(180);

  private ReaderCookies() {}

  /** Writes what was chosen; what was not stays as it is. */
  static void write(HttpServletRequest request, HttpServletResponse response, Preferences chosen) {
    if (chosen.language() != null) {
      write(request, response, "sk_lang", chosen.language());
    }
    if (chosen.theme() != null) {
      write(request, response, "sk_theme", chosen.theme());
    }
  }

  private static void write(
      HttpServletRequest request, HttpServletResponse response, String name, String value) {
    var cookie = new Cookie(name, value);
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSecure(request.isSecure());
    cookie.setAttribute("SameSite", "Lax");
    cookie.setMaxAge((int) KEPT.toSeconds());
    response.addCookie(cookie);
  }
}
