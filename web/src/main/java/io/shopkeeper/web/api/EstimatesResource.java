package io.shopkeeper.web.api;

import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.JobView;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Scope;
import io.shopkeeper.recommendation.boundary.Estimates;
import io.shopkeeper.recommendation.boundary.estimate.EstimatedAct;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a version of a recipe would have brought instead of what was shown. */
@Path("/placements/{name}/versions/{version}/estimate")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Placements")
public class EstimatesResource {

  @Inject private Estimates estimates;
  @Inject private CurrentCaller caller;

  /**
   * What is to be worked out.
   *
   * @param metric {@code click}, {@code cart} or {@code purchase}; missing for click
   * @param days whose lists are looked at, 1 to 90; missing for 14
   */
  public record EstimateWish(String metric, Integer days) {}

  /** The newest. */
  @GET
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.LOOK)
  @Operation(
      summary = "What a version would have brought, as it was worked out last",
      description =
          "Acts per thousand lists within a day, by inverse propensities, plain and self-normalised,"
              + " from lists that were partly dealt by chance (explore of a recipe). It takes what"
              + " comes of a place to depend on the visitor, the product and the place alone."
              + " refusal says why the log cannot tell. 204 where nobody asked yet.")
  public Response newest(
      @PathParam("name") String name,
      @PathParam("version") int version,
      @QueryParam("metric") @DefaultValue("click") String metric) {
    return estimates
        .newest(name, version, act(metric))
        .map(estimate -> Response.ok(estimate).build())
        .orElseGet(() -> Response.noContent().build());
  }

  /** Works one out. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.EDIT_PLACEMENTS)
  @Operation(
      summary = "Work out what a version would have brought; answers the job that does",
      description = "409 while one of that version is being worked out.")
  public Response start(
      @PathParam("name") String name, @PathParam("version") int version, EstimateWish wish) {
    JobView job =
        estimates.start(
            name,
            version,
            act(wish == null || wish.metric() == null ? "click" : wish.metric()),
            wish == null ? null : wish.days(),
            caller.name());
    return Response.accepted(job).build();
  }

  private static EstimatedAct act(String metric) {
    try {
      return EstimatedAct.of(metric);
    } catch (IllegalArgumentException unknown) {
      throw InvalidInputException.of("/metric", unknown.getMessage());
    }
  }
}
