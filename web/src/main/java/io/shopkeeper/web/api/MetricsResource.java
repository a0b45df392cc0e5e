package io.shopkeeper.web.api;

import io.shopkeeper.platform.boundary.ApiKeys;
import io.shopkeeper.platform.boundary.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Figures for Prometheus: from this machine without a key, from others with one. */
@Path("/metrics")
@Tag(name = "Operations")
@ApplicationScoped
public class MetricsResource {

  @Inject private RequestMetrics metrics;
  @Inject private ApiKeys keys;

  /** All figures. */
  @GET
  @Produces(MediaType.TEXT_PLAIN + ";version=0.0.4;charset=utf-8")
  @Unguarded
  @Operation(summary = "Figures in the Prometheus text format")
  public Response all(
      @Context HttpServletRequest request,
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
    if (!direct(request) && !mayRead(authorization)) {
      return Problem.of(
              401, "unauthorised", "Key needed", "From another machine send a key with scope READ.")
          .response();
    }
    return Response.ok(metrics.text()).build();
  }

  private static boolean direct(HttpServletRequest request) {
    if (request.getHeader("Forwarded") != null || request.getHeader("X-Forwarded-For") != null) {
      return false;
    }
    try {
      return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
    } catch (UnknownHostException unreadable) {
      return false;
    }
  }

  private boolean mayRead(String authorization) {
    return authorization != null
        && authorization.startsWith("Bearer ")
        && keys.authenticate(authorization.substring("Bearer ".length()).strip())
            .filter(caller -> caller.scopes().contains(Scope.READ))
            .isPresent();
  }
}
