package io.shopkeeper.web.api;

import io.shopkeeper.platform.boundary.Sessions;
import io.shopkeeper.platform.boundary.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Set;

/**
 * People who are signed in to the console may call the interface, too, with the rights of their
 * roles. Their browser sends a cookie that other sites cannot make it send; what changes something
 * must carry a header besides, which other sites cannot set.
 */
@ApplicationScoped
public class PersonPass {

  /** What the console calls the cookie. */
  static final String COOKIE = "SHOPKEEPER_API";

  /** What a request that changes something must carry, with any value. */
  static final String HEADER = "Shopkeeper-Console";

  private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

  @Inject private Sessions sessions;

  /** The person whose session the request brings; a key in the request goes first. */
  Optional<Visitor> presented(ContainerRequestContext request) {
    Cookie cookie = request.getCookies().get(COOKIE);
    boolean hasKey = request.getHeaderString(HttpHeaders.AUTHORIZATION) != null;
    return hasKey || cookie == null || cookie.getValue().isEmpty()
        ? Optional.empty()
        : sessions.visit(cookie.getValue(), false);
  }

  /** Why the person may not do so; empty if it is allowed. */
  Optional<Problem> refuse(Method method, Visitor visitor, ContainerRequestContext request) {
    RequiresRight needed = method.getAnnotation(RequiresRight.class);
    if (needed == null) {
      return forbidden("This is for keys only.");
    }
    if (!visitor.may(needed.value())) {
      return forbidden("Your roles do not include the right " + needed.value() + ".");
    }
    if (visitor.mustEnrol()) {
      return forbidden("Set up your second factor in the console first.");
    }
    if (!HARMLESS.contains(request.getMethod()) && request.getHeaderString(HEADER) == null) {
      return forbidden("From the console, send the header " + HEADER + ": 1.");
    }
    return Optional.empty();
  }

  private static Optional<Problem> forbidden(String detail) {
    return Optional.of(Problem.of(403, "forbidden", "Not allowed", detail));
  }
}
