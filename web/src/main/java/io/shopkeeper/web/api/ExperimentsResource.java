package io.shopkeeper.web.api;

import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Scope;
import io.shopkeeper.recommendation.boundary.Experiments;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentDesign;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentFigures;
import io.shopkeeper.recommendation.boundary.experiment.ExperimentView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Versions of a placement's recipe tried against each other on the shop's visitors. */
@Path("/experiments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Experiments")
@ApplicationScoped
public class ExperimentsResource {

  @Inject private Experiments experiments;
  @Inject private CurrentCaller caller;

  /**
   * Another share of the visitors.
   *
   * @param ramp above 0, at most 1
   */
  public record Ramp(Double ramp) {}

  /**
   * The end.
   *
   * @param publish the arm whose recipe goes live; missing to keep what is live
   * @param note why; may be missing
   */
  public record Stop(String publish, String note) {}

  /** All. */
  @GET
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.LOOK)
  @Operation(summary = "The experiments, the newest draft first")
  public List<ExperimentView> all() {
    return experiments.all();
  }

  /** One. */
  @GET
  @Path("/{name}")
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.LOOK)
  @Operation(summary = "An experiment: its design, how far it is, and what was decided")
  public ExperimentView one(@PathParam("name") String name) {
    return experiments.find(name);
  }

  /** What it says. */
  @GET
  @Path("/{name}/figures")
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.LOOK)
  @Operation(
      summary = "What an experiment says now",
      description =
          "Clicks, additions to the cart, purchases and revenue of each arm, attributed to what the"
              + " placement has shown, lifts with intervals that hold however often one looks,"
              + " guards, the sample ratio, and the verdict in words.")
  public ExperimentFigures figures(@PathParam("name") String name, @BeanParam Language language) {
    return experiments.figures(name, language.locale());
  }

  /** Drafts one. */
  @PUT
  @Path("/{name}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.RUN_EXPERIMENTS)
  @Operation(
      summary = "Draft an experiment; a draft of that name is replaced, nobody takes part yet")
  public ExperimentView draft(@PathParam("name") String name, ExperimentDesign design) {
    if (design == null) {
      throw InvalidInputException.of("/arms", "is missing");
    }
    return experiments.draft(name, design, caller.name());
  }

  /** Starts one. */
  @POST
  @Path("/{name}:start")
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.RUN_EXPERIMENTS)
  @Operation(
      summary = "Let visitors take part from their next request on",
      description = "One experiment at most runs at a placement.")
  public ExperimentView start(@PathParam("name") String name) {
    return experiments.start(name, caller.name());
  }

  /** Lets another share take part. */
  @POST
  @Path("/{name}:ramp")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.RUN_EXPERIMENTS)
  @Operation(summary = "Let another share of the visitors take part; nobody changes the arm")
  public ExperimentView ramp(@PathParam("name") String name, Ramp wanted) {
    if (wanted == null || wanted.ramp() == null) {
      throw InvalidInputException.of("/ramp", "is missing");
    }
    return experiments.ramp(name, wanted.ramp(), caller.name());
  }

  /** Stops one. */
  @POST
  @Path("/{name}:stop")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.RUN_EXPERIMENTS)
  @Operation(
      summary = "Stop an experiment; the recipe of an arm can be published with it",
      description = "Acts on what was shown before still count until the window's end.")
  public ExperimentView stop(@PathParam("name") String name, Stop wanted) {
    return experiments.stop(
        name,
        wanted == null ? null : wanted.publish(),
        wanted == null ? null : wanted.note(),
        caller.name());
  }
}
