package io.shopkeeper.web.api;

import io.shopkeeper.platform.boundary.HealthView;
import io.shopkeeper.platform.boundary.SystemHealth;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Probes. */
@Path("/health")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operations")
@ApplicationScoped
public class HealthResource {

  @Inject private SystemHealth health;

  /**
   * The answer of a probe.
   *
   * @param status UP, or STARTING while the first start imports and trains, or DOWN
   */
  public record Health(
      String status, Map<String, String> checks, String version, Instant startedAt) {}

  /** Everything. */
  @GET
  @Unguarded
  @Operation(summary = "Whether the shop is up, and what was looked at")
  public Response all() {
    HealthView view = health.check();
    boolean settingUp =
        !view.ready()
            && view.checks().entrySet().stream()
                .allMatch(check -> check.getKey().equals("setup") || check.getValue().equals("ok"));
    String status = view.ready() ? "UP" : settingUp ? "STARTING" : "DOWN";
    return Response.status(view.ready() ? 200 : 503)
        .entity(new Health(status, view.checks(), view.version(), view.startedAt()))
        .build();
  }

  /** Whether the process answers. */
  @GET
  @Path("/live")
  @Unguarded
  @Operation(summary = "Whether the process answers at all")
  public Map<String, String> live() {
    return Map.of("status", "UP");
  }

  /** Whether requests should be sent here. */
  @GET
  @Path("/ready")
  @Unguarded
  @Operation(summary = "Whether requests should be sent here")
  public Response ready() {
    return all();
  }
}
