package io.shopkeeper.web.api;

import io.shopkeeper.platform.boundary.DriftMeasure;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Scope;
import io.shopkeeper.recommendation.boundary.TasteDrift;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How far tastes have moved from what the live recommendation was trained on. */
@Path("/models/recommendation/drift")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Models")
@ApplicationScoped
public class DriftResource {

  @Inject private TasteDrift drift;
  @Inject private CurrentCaller caller;

  /** What was measured. */
  @GET
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.LOOK)
  @Operation(
      summary = "The last measures of drift, newest first",
      description =
          "shift is the Jensen–Shannon divergence of what visitors turned to in the week before the"
              + " live version's training and since, less what chance gives: 0 to 1. hits is the"
              + " share of recommended lists that were followed by an act on one of their products"
              + " within an hour, in the week before and in the last three days. jobId names the"
              + " training that a measure started.")
  public List<DriftMeasure> recent(@QueryParam("n") @DefaultValue("50") int n) {
    return drift.recent(n);
  }

  /** Measures. */
  @POST
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.TRAIN_MODELS)
  @Operation(
      summary = "Measure drift now; over the threshold a training starts, as the settings say",
      description = "204 where no version is live, or there are too few visits to say anything.")
  public Response measure() {
    return drift
        .measure(caller.name())
        .map(measure -> Response.ok(measure).build())
        .orElseGet(() -> Response.noContent().build());
  }
}
