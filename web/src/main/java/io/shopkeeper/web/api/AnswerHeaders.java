package io.shopkeeper.web.api;

import io.shopkeeper.platform.boundary.ApiKeyView;
import io.shopkeeper.platform.boundary.Caller;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.time.Clock;

/**
 * What every answer carries: how many more requests, no caching, no guessing of types, when the key
 * ends if that is soon; and, since keys are sent in a header and never by the browser itself, leave
 * for pages of any origin to read.
 */
@Provider
public class AnswerHeaders implements ContainerResponseFilter {

  @Inject private Clock clock;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    MultivaluedMap<String, Object> headers = response.getHeaders();
    headers.putSingle("X-Content-Type-Options", "nosniff");
    if (!headers.containsKey("Content-Security-Policy")) {
      headers.putSingle("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    }
    if (!headers.containsKey("Cache-Control")) {
      headers.putSingle("Cache-Control", "no-store");
    }
    if (request.getHeaderString("Origin") != null) {
      headers.putSingle("Access-Control-Allow-Origin", "*");
      headers.putSingle(
          "Access-Control-Allow-Headers",
          "Authorization, Content-Type, Accept-Language, Shopkeeper-Identity");
      headers.putSingle("Access-Control-Expose-Headers", "X-Request-Id");
      headers.putSingle("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE");
      headers.putSingle("Access-Control-Max-Age", "3600");
    }
    if (request.getProperty(Caller.class.getName()) instanceof Caller caller
        && caller.expiresAt() != null
        && clock.instant().isAfter(caller.expiresAt().minus(ApiKeyView.WARNING))) {
      headers.putSingle("Shopkeeper-Key-Expires", caller.expiresAt().toString());
    }
    if (request.getProperty(RateLimiter.Decision.class.getName())
        instanceof RateLimiter.Decision decision) {
      headers.putSingle("RateLimit-Limit", RateLimiter.burst());
      headers.putSingle("RateLimit-Remaining", decision.remaining());
      headers.putSingle("RateLimit-Reset", decision.resetSeconds());
    }
  }
}
