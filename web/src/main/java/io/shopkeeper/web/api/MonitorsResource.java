package io.shopkeeper.web.api;

import io.shopkeeper.catalog.boundary.quality.AlertView;
import io.shopkeeper.catalog.boundary.quality.DataQuality;
import io.shopkeeper.catalog.boundary.quality.MonitorView;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The monitors of the data. */
@Path("/monitors")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Data monitors")
@ApplicationScoped
public class MonitorsResource {

  @Inject private DataQuality quality;
  @Inject private CurrentCaller caller;

  /** A change of a monitor. */
  public record Change(boolean on, double threshold) {}

  /** All monitors. */
  @GET
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.LOOK)
  @Operation(summary = "All monitors with their last values and their alert")
  public List<MonitorView> all() {
    return quality.monitors();
  }

  /** Alerts. */
  @GET
  @Path("/alerts")
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.LOOK)
  @Operation(summary = "Alerts, newest first")
  public List<AlertView> alerts(@QueryParam("n") @DefaultValue("50") int n) {
    return quality.alerts(n);
  }

  /** Takes an alert over. */
  @POST
  @Path("/alerts/{id}:acknowledge")
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.IMPORT_DATA)
  @Operation(summary = "Say that somebody looks after an alert")
  public Response acknowledge(@PathParam("id") long id) {
    quality.acknowledge(id, caller.name());
    return Response.noContent().build();
  }

  /** Changes a monitor. */
  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.IMPORT_DATA)
  @Operation(summary = "Switch a monitor on or off, set its threshold")
  public Response change(@PathParam("id") long id, Change change) {
    quality.change(id, change.on(), change.threshold(), caller.name());
    return Response.noContent().build();
  }

  /** Measures. */
  @POST
  @Path("/evaluation")
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.IMPORT_DATA)
  @Operation(summary = "Measure everything now")
  public List<MonitorView> evaluate() {
    quality.evaluate();
    return quality.monitors();
  }
}
