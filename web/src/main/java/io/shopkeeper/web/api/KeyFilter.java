package io.shopkeeper.web.api;

import io.shopkeeper.platform.boundary.AuditSource;
import io.shopkeeper.platform.boundary.Caller;
import io.shopkeeper.platform.boundary.ClientAddress;
import io.shopkeeper.platform.boundary.KeyKind;
import io.shopkeeper.platform.boundary.KeyRing;
import io.shopkeeper.platform.boundary.RequestSource;
import io.shopkeeper.platform.boundary.Visitor;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Optional;

/** Lets a request through if its key, or the person of its console session, may do what it asks. */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class KeyFilter implements ContainerRequestFilter {

  /** Longest body of a JSON request, in bytes. */
  static final long LONGEST_BODY = 8L << 20;

  @Context private ResourceInfo resource;
  @Context private HttpServletRequest http;

  @Inject private KeyRing keys;
  @Inject private RateLimiter limiter;
  @Inject private CurrentCaller current;
  @Inject private PersonPass persons;
  @Inject private RequestSource source;

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    Method method = resource.getResourceMethod();
    if (method == null || method.isAnnotationPresent(Unguarded.class)) {
      return;
    }
    source.set(
        AuditSource.INTERFACE,
        ClientAddress.of(http.getRemoteAddr(), request.getHeaderString("X-Forwarded-For")));
    Optional<Visitor> visitor = persons.presented(request);
    if (visitor.isPresent()) {
      filterPerson(method, visitor.get(), request);
      return;
    }
    filterKey(method, request);
  }

  private void filterPerson(Method method, Visitor visitor, ContainerRequestContext request)
      throws IOException {
    Optional<Problem> refusal = persons.refuse(method, visitor, request);
    if (refusal.isPresent()) {
      request.abortWith(refusal.get().response());
      return;
    }
    source.set(AuditSource.CONSOLE, source.address());
    if (isWithinLimits("person " + visitor.username(), request)) {
      current.set(visitor);
    }
  }

  private void filterKey(Method method, ContainerRequestContext request) throws IOException {
    Optional<Caller> caller = presented(request).flatMap(keys::authenticate);
    if (caller.isEmpty()) {
      request.abortWith(
          Problem.of(
                  401,
                  "unauthorised",
                  "Key needed",
                  "Send a valid key: Authorization: Bearer sk_… or pk_…")
              .response());
      return;
    }
    Optional<Problem> refusal = refuse(method, caller.get(), request);
    if (refusal.isPresent()) {
      request.abortWith(refusal.get().response());
      return;
    }
    request.setProperty(Caller.class.getName(), caller.get());
    if (isWithinLimits(caller.get().keyId(), request)) {
      current.set(caller.get());
    }
  }

  private boolean isWithinLimits(String who, ContainerRequestContext request) throws IOException {
    RateLimiter.Decision decision = limiter.take(who);
    request.setProperty(RateLimiter.Decision.class.getName(), decision);
    if (!decision.allowed()) {
      request.abortWith(decision.refusal());
      return false;
    }
    limitBody(request);
    return true;
  }

  private static Optional<Problem> refuse(
      Method method, Caller caller, ContainerRequestContext request) {
    RequiresScope needed = method.getAnnotation(RequiresScope.class);
    if (needed == null || !caller.scopes().contains(needed.value())) {
      return Optional.of(
          Problem.of(
              403,
              "forbidden",
              "Not allowed",
              "This key has not the scope "
                  + (needed == null ? "that this needs" : needed.value())
                  + "."));
    }
    if (caller.kind() == KeyKind.PUBLIC) {
      if (!method.isAnnotationPresent(PublicKeyAllowed.class)) {
        return Optional.of(
            Problem.of(
                403,
                "forbidden",
                "Not allowed",
                "A public key may not do this; use a secret key."));
      }
      String origin = request.getHeaderString("Origin");
      if (origin != null && !caller.origins().isEmpty() && !caller.origins().contains(origin)) {
        return Optional.of(
            Problem.of(
                403,
                "forbidden",
                "Not allowed",
                "This public key is not made for " + origin + "."));
      }
    }
    return Optional.empty();
  }

  private void limitBody(ContainerRequestContext request) throws IOException {
    if (!request.hasEntity() || resource.getResourceMethod().isAnnotationPresent(LargeBody.class)) {
      return;
    }
    if (request.getLength() > LONGEST_BODY) {
      request.abortWith(
          Problem.of(
                  413,
                  "too-large",
                  "Body too large",
                  new BodyTooLargeException(LONGEST_BODY).getMessage())
              .response());
      return;
    }
    request.setEntityStream(new CountedBody(request.getEntityStream(), LONGEST_BODY));
  }

  private static Optional<String> presented(ContainerRequestContext request) {
    String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    return header != null && header.startsWith("Bearer ")
        ? Optional.of(header.substring("Bearer ".length()).strip())
        : Optional.empty();
  }
}
