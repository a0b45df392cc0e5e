package io.shopkeeper.web.api;

import io.shopkeeper.platform.boundary.FieldError;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Scope;
import io.shopkeeper.recommendation.boundary.Explanations;
import io.shopkeeper.recommendation.boundary.PlacementResults;
import io.shopkeeper.recommendation.boundary.PlacementView;
import io.shopkeeper.recommendation.boundary.Placements;
import io.shopkeeper.recommendation.boundary.RecipeVersionView;
import io.shopkeeper.recommendation.boundary.RecommendationRequest;
import io.shopkeeper.recommendation.boundary.explanation.Explanation;
import io.shopkeeper.recommendation.boundary.figures.FigureRange;
import io.shopkeeper.recommendation.boundary.figures.PlacementFigures;
import io.shopkeeper.recommendation.boundary.recipe.Recipe;
import io.shopkeeper.recommendation.boundary.recipe.RecipeJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is shown where: recipes of placements, their versions, and which is live. */
@Path("/placements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Placements")
@ApplicationScoped
public class PlacementsResource {

  @Inject private Placements placements;
  @Inject private PlacementResults results;
  @Inject private Explanations explanations;
  @Inject private CurrentCaller caller;

  /** A placement and what visitors get there. */
  public record PlacementAnswer(PlacementView placement, Recipe recipe) {}

  /**
   * A recipe to save.
   *
   * @param note why; may be missing
   */
  public record NewRecipe(Recipe recipe, String note) {}

  /**
   * Which version is to go live.
   *
   * @param note why; may be missing
   */
  public record Publication(Integer version, String note) {}

  /**
   * That the last publication is taken back.
   *
   * @param note why; may be missing
   */
  public record Undo(String note) {}

  /**
   * A recipe to try.
   *
   * @param recipe missing for the live one
   * @param customer whose list is wanted; may be missing, as may all that follow
   * @param whyNot a product to say of why it is not shown
   */
  public record Trial(
      Recipe recipe,
      String customer,
      String visitor,
      String session,
      String product,
      Integer n,
      String whyNot) {}

  /** All. */
  @GET
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.LOOK)
  @Operation(summary = "The placements, each with its live version and the last change")
  public List<PlacementView> all() {
    return placements.all();
  }

  /** One. */
  @GET
  @Path("/{name}")
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.LOOK)
  @Operation(summary = "A placement with its live recipe; its ETag goes into If-Match of a change")
  public Response one(@PathParam("name") String name) {
    return respond(placements.find(name));
  }

  /**
   * What it brings.
   *
   * @param from the first day
   * @param to the last day
   * @param window hours
   */
  @GET
  @Path("/{name}/figures")
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.LOOK)
  @Operation(
      summary = "What a placement has shown and what followed from it, by day and recipe version",
      description = PlacementFiguresResource.WHAT)
  public PlacementFigures figures(
      @PathParam("name") String name,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("window") String window) {
    return results.of(name, FigureRange.of(from, to, window, results.today()));
  }

  /** Its versions. */
  @GET
  @Path("/{name}/versions")
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.LOOK)
  @Operation(
      summary = "The recipes of a placement, newest first",
      description = "Version 0 is what the product came with; it is the last.")
  public List<RecipeVersionView> versions(@PathParam("name") String name) {
    return placements.versions(name);
  }

  /** One version. */
  @GET
  @Path("/{name}/versions/{version}")
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.LOOK)
  @Operation(summary = "A recipe of a placement as it was saved")
  public RecipeVersionView version(
      @PathParam("name") String name, @PathParam("version") int version) {
    return placements.version(name, version);
  }

  /** Saves a recipe. */
  @PUT
  @Path("/{name}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.EDIT_PLACEMENTS)
  @Operation(
      summary = "Save a recipe as the next version; nobody gets it before it is published",
      description =
          "A placement that does not exist is made. A recipe that is the same as the newest version"
              + " is not saved again. With If-Match only if nobody has changed the placement"
              + " meanwhile.")
  public Response save(@PathParam("name") String name, NewRecipe wanted, @Context Request request) {
    Placements.requireName(name);
    requireRecipe(wanted == null ? null : wanted.recipe());
    Optional<PlacementView> present = present(name);
    Optional<Response> refusal = refusal(present, request);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    RecipeVersionView saved =
        placements.save(name, wanted.recipe(), wanted.note(), caller.name(), edition(present));
    return Response.ok(saved).tag(tag(placements.find(name))).build();
  }

  /** Lets visitors get a version. */
  @POST
  @Path("/{name}:publish")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.EDIT_PLACEMENTS)
  @Operation(
      summary = "Let visitors get a version of a placement's recipe from their next request on")
  public Response publish(
      @PathParam("name") String name, Publication wanted, @Context Request request) {
    if (wanted == null || wanted.version() == null) {
      throw InvalidInputException.of("/version", "is missing");
    }
    PlacementView present = placements.find(name);
    Optional<Response> refusal = refusal(Optional.of(present), request);
    return refusal.isPresent()
        ? refusal.get()
        : respond(
            placements.publish(
                name, wanted.version(), wanted.note(), caller.name(), present.edition()));
  }

  /** Takes the last publication back. */
  @POST
  @Path("/{name}:undo")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.EDIT_PLACEMENTS)
  @Operation(
      summary = "Publish the version of a placement's recipe that was live before",
      description = "An undo of an undo goes further back.")
  public Response undo(@PathParam("name") String name, Undo wanted, @Context Request request) {
    PlacementView present = placements.find(name);
    Optional<Response> refusal = refusal(Optional.of(present), request);
    return refusal.isPresent()
        ? refusal.get()
        : respond(
            placements.undo(
                name, wanted == null ? null : wanted.note(), caller.name(), present.edition()));
  }

  /**
   * Removes one.
   *
   * @param note why; may be missing
   */
  @DELETE
  @Path("/{name}")
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.EDIT_PLACEMENTS)
  @Operation(
      summary = "Remove a placement of the shop's own",
      description =
          "Requests for it are refused from then on. Its recipes are kept: PUT of the same name"
              + " brings it back with its versions. Refused while an experiment runs there.")
  public Response remove(
      @PathParam("name") String name, @QueryParam("note") String note, @Context Request request) {
    PlacementView present = placements.find(name);
    Optional<Response> refusal = refusal(Optional.of(present), request);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    placements.remove(name, note, caller.name(), present.edition());
    return Response.noContent().build();
  }

  /** Tries a recipe. */
  @POST
  @Path("/{name}:preview")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.SEE_CUSTOMERS)
  @Operation(
      summary = "What a visitor would get by a recipe, and how it comes about; stores nothing")
  public Explanation preview(
      @PathParam("name") String name, Trial trial, @BeanParam Language language) {
    PlacementView placement = placements.find(name);
    if (trial.recipe() != null) {
      requireRecipe(trial.recipe());
    }
    var request =
        new RecommendationRequest(
            trial.customer(),
            trial.visitor(),
            trial.session(),
            trial.product(),
            placement.name(),
            trial.n() == null ? null : Integer.valueOf(Count.require(trial.n())),
            Set.of(),
            null,
            language.locale());
    return trial.recipe() == null
        ? explanations.of(request, null, trial.whyNot())
        : explanations.preview(request, trial.recipe(), trial.whyNot());
  }

  private static void requireRecipe(Recipe recipe) {
    List<FieldError> errors =
        RecipeJson.check(recipe).stream()
            .map(error -> new FieldError("/recipe" + error.pointer(), error.message()))
            .toList();
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors);
    }
  }

  private Optional<PlacementView> present(String name) {
    try {
      return Optional.of(placements.find(name));
    } catch (NotFoundException none) {
      return Optional.empty();
    }
  }

  private static long edition(Optional<PlacementView> present) {
    return present.map(PlacementView::edition).orElse(0L);
  }

  private static Optional<Response> refusal(Optional<PlacementView> present, Request request) {
    Response.ResponseBuilder refused =
        present.isPresent()
            ? request.evaluatePreconditions(tag(present.get()))
            : request.evaluatePreconditions();
    return refused == null
        ? Optional.empty()
        : Optional.of(
            Problem.of(
                    412,
                    "changed-meanwhile",
                    "Changed meanwhile",
                    "Somebody has changed this placement since you read it. Read it again and"
                        + " decide anew.")
                .response());
  }

  private Response respond(PlacementView view) {
    Recipe recipe = placements.version(view.name(), view.liveVersion()).recipe();
    return Response.ok(new PlacementAnswer(view, recipe)).tag(tag(view)).build();
  }

  private static EntityTag tag(PlacementView view) {
    return new EntityTag(Long.toString(view.edition()));
  }
}
