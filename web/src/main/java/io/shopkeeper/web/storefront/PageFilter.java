package io.shopkeeper.web.storefront;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What every page carries: a strict content policy, no guessing of types, no outside frames. */
@WebFilter("/*")
public class PageFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  private static final String POLICY =
      "default-src 'self'; img-src 'self' https: data:; object-src 'none'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'self'";
  private static final String DOCUMENTATION_POLICY = POLICY + "; style-src 'self' 'unsafe-inline'";

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getServletPath();
    if (!path.startsWith("/api/v1") && !path.startsWith("/media/")) {
      response.setHeader(
          "Content-Security-Policy", path.startsWith("/api/docs") ? DOCUMENTATION_POLICY : POLICY);
      response.setHeader("X-Content-Type-Options", "nosniff");
      response.setHeader("Referrer-Policy", "same-origin");
      response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(self)");
      if (path.startsWith("/assets/") || path.startsWith("/webjars/")) {
        response.setHeader("Cache-Control", "public, max-age=600");
      } else if (!path.startsWith("/widget/")) {
        response.setHeader("Cache-Control", "private, no-store");
      }
    }
    chain.doFilter(request, response);
  }
}
