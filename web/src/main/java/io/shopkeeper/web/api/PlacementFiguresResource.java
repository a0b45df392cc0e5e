package io.shopkeeper.web.api;

import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Scope;
import io.shopkeeper.recommendation.boundary.PlacementResults;
import io.shopkeeper.recommendation.boundary.figures.FigureRange;
import io.shopkeeper.recommendation.boundary.figures.PlacementFigures;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What all placements bring; what each brings is a part of the placement. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Placements")
public class PlacementFiguresResource {

  static final String WHAT =
      "Impressions, visitors, clicks, additions to the cart, purchases, revenue and margin by day, UTC."
          + " An act counts where the visitor has seen the product, for the last time it was shown"
          + " before, on that day, if that was at most window hours ago (1 to 720; 24 if not given)."
          + " from and to are days such as 2026-11-24, both in it; the last 28 days if not given,"
          + " at most 90 days ago.";

  @Inject private PlacementResults results;

  /**
   * Of all.
   *
   * @param from the first day
   * @param to the last day
   * @param window hours
   */
  @GET
  @Path("placements:figures")
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.LOOK)
  @Operation(
      summary = "What all placements have shown and what followed from it, together and each",
      description =
          WHAT
              + " Together an act counts once; it counts at each placement that had shown the"
              + " product.")
  public PlacementFigures all(
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("window") String window) {
    return results.all(FigureRange.of(from, to, window, results.today()));
  }
}
