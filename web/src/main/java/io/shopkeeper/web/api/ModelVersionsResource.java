package io.shopkeeper.web.api;

import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.ModelBundles;
import io.shopkeeper.platform.boundary.ModelCard;
import io.shopkeeper.platform.boundary.ModelCards;
import io.shopkeeper.platform.boundary.ModelRegistry;
import io.shopkeeper.platform.boundary.ModelVersionView;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Versions of a model: their stages, words, cards, files and bundles. */
@Path("/models/{name}/versions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Models")
@ApplicationScoped
public class ModelVersionsResource {

  private static final long LONGEST_BUNDLE = 1L << 30;

  @Inject private ModelRegistry registry;
  @Inject private ModelCards cards;
  @Inject private ModelBundles bundles;
  @Inject private CurrentCaller caller;

  /** Tags of a version. */
  public record Tags(List<String> tags) {}

  /** Notes on a version. */
  public record Notes(String notes) {}

  /** All of them. */
  @GET
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.LOOK)
  @Operation(summary = "The versions of a model, newest first")
  public List<ModelVersionView> all(@PathParam("name") String name) {
    return registry.versions(name);
  }

  /** One version. */
  @GET
  @Path("/{version}")
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.LOOK)
  @Operation(summary = "A version with its metrics, parameters, data and origin")
  public ModelVersionView version(
      @PathParam("name") String name, @PathParam("version") int version) {
    return registry
        .find(name, version)
        .orElseThrow(() -> new NotFoundException("model version", name + " v" + version));
  }

  /** Lets a version serve. */
  @POST
  @Path("/{version}:promote")
  @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.PROMOTE_MODELS)
  @Operation(
      summary = "Let a version serve from now on",
      description =
          "Refused with 409 where the quality gate found it worse than the version that serves;"
              + " overGate lets it serve all the same, and the audit trail says so.")
  public ModelVersionView promote(
      @PathParam("name") String name, @PathParam("version") int version, ModelsResource.Act act) {
    return registry.promote(
        name,
        version,
        caller.name(),
        ModelsResource.Act.reasonOf(act),
        ModelsResource.Act.insists(act));
  }

  /** Takes the live version back, but only if it is this one. */
  @POST
  @Path("/{version}:rollback")
  @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.PROMOTE_MODELS)
  @Operation(summary = "Take this live version back, for the one before")
  public ModelVersionView rollback(
      @PathParam("name") String name, @PathParam("version") int version, ModelsResource.Act act) {
    version(name, version);
    int live = registry.live(name).map(ModelVersionView::version).orElse(0);
    if (live != version) {
      throw new ConflictException(
          "Version %d of %s is not live; version %d is.".formatted(version, name, live));
    }
    return registry.rollback(name, caller.name(), ModelsResource.Act.reasonOf(act));
  }

  /** Chooses a version. */
  @POST
  @Path("/{version}:stage")
  @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.PROMOTE_MODELS)
  @Operation(summary = "Choose a version to go live next")
  public ModelVersionView stage(
      @PathParam("name") String name, @PathParam("version") int version, ModelsResource.Act act) {
    return registry.stage(name, version, caller.name(), ModelsResource.Act.reasonOf(act));
  }

  /** Does not choose it any longer. */
  @POST
  @Path("/{version}:unstage")
  @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.PROMOTE_MODELS)
  @Operation(summary = "Make a staged version a candidate again")
  public ModelVersionView unstage(
      @PathParam("name") String name, @PathParam("version") int version, ModelsResource.Act act) {
    return registry.unstage(name, version, caller.name(), ModelsResource.Act.reasonOf(act));
  }

  /** Gives it other tags. */
  @PUT
  @Path("/{version}/tags")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.DESCRIBE_MODELS)
  @Operation(summary = "Replace the tags of a version; a tagged version keeps its files")
  public ModelVersionView tag(
      @PathParam("name") String name, @PathParam("version") int version, Tags tags) {
    return registry.tag(name, version, tags == null ? null : tags.tags(), caller.name());
  }

  /** Gives it other notes. */
  @PUT
  @Path("/{version}/notes")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.DESCRIBE_MODELS)
  @Operation(summary = "Replace the notes on a version")
  public ModelVersionView note(
      @PathParam("name") String name, @PathParam("version") int version, Notes notes) {
    return registry.note(name, version, notes == null ? null : notes.notes(), caller.name());
  }

  /** Its card. */
  @GET
  @Path("/{version}/card")
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.LOOK)
  @Operation(summary = "The model card; lang=en or zh")
  public ModelCard card(
      @PathParam("name") String name,
      @PathParam("version") int version,
      @QueryParam("lang") String lang) {
    return cards.card(name, version, language(lang));
  }

  /** Its card to read. */
  @GET
  @Path("/{version}/card.md")
  @Produces("text/markdown;charset=UTF-8")
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.LOOK)
  @Operation(summary = "The model card as Markdown; lang=en or zh")
  public String markdown(
      @PathParam("name") String name,
      @PathParam("version") int version,
      @QueryParam("lang") String lang) {
    return cards.markdown(cards.card(name, version, language(lang)));
  }

  /** A file of it. */
  @GET
  @Path("/{version}/files/{file}")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.SHARE_MODELS)
  @Operation(summary = "A file of a version, its checksum verified")
  public Response file(
      @PathParam("name") String name,
      @PathParam("version") int version,
      @PathParam("file") String file) {
    return attachment(
        registry.file(name, version, file), "%s-v%d-%s".formatted(name, version, file));
  }

  /** Takes it out. */
  @GET
  @Path("/{version}/bundle")
  @Produces("application/zip")
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.SHARE_MODELS)
  @Operation(summary = "A version as a bundle that this shop signs")
  public Response bundle(@PathParam("name") String name, @PathParam("version") int version)
      throws IOException {
    var bytes = new ByteArrayOutputStream();
    bundles.export(name, version, bytes, caller.name());
    return attachment(bytes.toByteArray(), "%s-v%d.zip".formatted(name, version));
  }

  /** Takes one in. */
  @POST
  @Consumes({"application/zip", MediaType.APPLICATION_OCTET_STREAM})
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.SHARE_MODELS)
  @LargeBody
  @Operation(
      summary = "Take a bundle in as the next version, as a candidate",
      description =
          "Refused with 400 if it was changed after it was signed, and with 409 if the shop that"
              + " signed it is not trusted here.")
  public Response upload(@PathParam("name") String name, InputStream body) throws IOException {
    ModelVersionView taken =
        bundles.upload(new CountedBody(body, LONGEST_BUNDLE), name, caller.name());
    return Response.created(URI.create("models/" + name + "/versions/" + taken.version()))
        .entity(taken)
        .build();
  }

  private static Response attachment(byte[] bytes, String fileName) {
    return Response.ok(bytes)
        .header("Content-Disposition", "attachment; filename=\"" + fileName + "\"")
        .build();
  }

  private static Locale language(String lang) {
    if (lang == null || lang.isBlank() || lang.startsWith("en")) {
      return Locale.ENGLISH;
    }
    if (lang.startsWith("zh")) {
      return Locale.SIMPLIFIED_CHINESE;
    }
    throw InvalidInputException.of("lang", "must be en or zh");
  }
}
