package io.shopkeeper.web.storefront;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** The storefront's cookies: sent to this site only, unreadable by scripts. */
final class CookieJar {

  static final String VISITOR = "sk_visitor";
  static final String IDENTITY = "sk_identity";
  static final String LANGUAGE = "sk_lang";
  static final String THEME = "sk_theme";
  static final String CART = "sk_cart";

  private static final Duration KEPT = Duration.ofDays(180);

  private CookieJar() {}

  static Optional<String> read(HttpServletRequest request, String name) {
    Cookie[] cookies = request.getCookies();
    if (cookies == null) {
      return Optional.empty();
    }
    try {
      return Arrays.stream(cookies)
          .filter(cookie -> cookie.getName().equals(name))
          .map(cookie -> URLDecoder.decode(cookie.getValue(), StandardCharsets.UTF_8))
          .filter(value -> !value.isEmpty())
          .findFirst();
    } catch (IllegalArgumentException garbled) {
      return Optional.empty();
    }
  }

  /** An empty value removes the cookie. */
  static void write(
      HttpServletRequest request, HttpServletResponse response, String name, String value) {
    var cookie = new Cookie(name, URLEncoder.encode(value, StandardCharsets.UTF_8));
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSecure(request.isSecure());
    cookie.setAttribute("SameSite", "Lax");
    cookie.setMaxAge(value.isEmpty() ? 0 : (int) KEPT.toSeconds());
    response.addCookie(cookie);
  }
}
