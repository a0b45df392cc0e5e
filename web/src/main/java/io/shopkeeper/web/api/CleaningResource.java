package io.shopkeeper.web.api;

import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.boundary.cleaning.Cleaning;
import io.shopkeeper.catalog.boundary.cleaning.OptionSpec;
import io.shopkeeper.catalog.boundary.cleaning.PipelineView;
import io.shopkeeper.catalog.boundary.cleaning.PreviewRow;
import io.shopkeeper.catalog.boundary.cleaning.StepData;
import io.shopkeeper.catalog.boundary.cleaning.StepType;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The cleaning pipelines. */
@Path("/cleaning")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cleaning")
@ApplicationScoped
public class CleaningResource {

  @Inject private Cleaning cleaning;
  @Inject private CurrentCaller caller;

  /**
   * A pipeline to save.
   *
   * @param note why; may be missing
   */
  public record Change(List<StepData> steps, String note) {}

  /**
   * Rows to try.
   *
   * @param steps missing for the pipeline that cleans now
   * @param rows values by field; missing for rows of the last import
   */
  public record Trial(List<StepData> steps, List<Map<String, String>> rows) {}

  /** A type of steps and what it can be told. */
  public record TypeView(StepType type, List<OptionSpec> options) {}

  /** What steps there are. */
  @GET
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.SEE_CUSTOMERS)
  @Operation(summary = "The types of steps, with their options")
  public List<TypeView> types() {
    return Arrays.stream(StepType.values())
        .map(type -> new TypeView(type, type.options()))
        .toList();
  }

  /** The pipeline of a kind. */
  @GET
  @Path("/{kind}")
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.SEE_CUSTOMERS)
  @Operation(summary = "The pipeline that cleans a kind now; version 0 is the standard")
  public PipelineView find(@PathParam("kind") String kind) {
    return cleaning.pipeline(known(kind));
  }

  /** Its versions. */
  @GET
  @Path("/{kind}/versions")
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.SEE_CUSTOMERS)
  @Operation(summary = "The last versions of a pipeline, newest first")
  public List<PipelineView> versions(@PathParam("kind") String kind) {
    return cleaning.versions(known(kind));
  }

  /** Saves a version. */
  @PUT
  @Path("/{kind}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.IMPORT_DATA)
  @Operation(summary = "Save a new version of a pipeline; it cleans from the next import on")
  public PipelineView save(@PathParam("kind") String kind, Change change) {
    if (change.steps() == null) {
      throw InvalidInputException.of("/steps", "is missing");
    }
    return cleaning.save(known(kind), change.steps(), caller.name(), change.note());
  }

  /** Tries rows. */
  @POST
  @Path("/{kind}:preview")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.INGEST)
  @RequiresRight(Right.SEE_CUSTOMERS)
  @Operation(summary = "What a pipeline would do to rows, and which step does it; stores nothing")
  public List<PreviewRow> preview(@PathParam("kind") String kind, Trial trial) {
    ImportKind known = known(kind);
    List<StepData> steps = trial.steps() == null ? cleaning.pipeline(known).steps() : trial.steps();
    return cleaning.preview(
        known, steps, trial.rows() == null ? cleaning.samples(known) : trial.rows());
  }

  private static ImportKind known(String kind) {
    return ImportKind.of(kind).orElseThrow(() -> new NotFoundException("kind of data", kind));
  }
}
