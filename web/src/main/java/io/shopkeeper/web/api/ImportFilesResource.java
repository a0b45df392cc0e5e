package io.shopkeeper.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopkeeper.catalog.boundary.DraftPreview;
import io.shopkeeper.catalog.boundary.ImportDrafts;
import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.boundary.ImportMapping;
import io.shopkeeper.catalog.boundary.ImportReport;
import io.shopkeeper.catalog.boundary.MappingTarget;
import io.shopkeeper.catalog.boundary.Mappings;
import io.shopkeeper.catalog.boundary.SavedMapping;
import io.shopkeeper.catalog.boundary.ServerFile;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Scope;
import io.shopkeeper.platform.boundary.ShopFiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Files that are looked at before they are imported. */
@Path("/imports/files")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
@ApplicationScoped
public class ImportFilesResource {

  private static final long LONGEST_FILE = 2L << 30;

  @Inject private ImportDrafts drafts;
  @Inject private Mappings mappings;
  @Inject private CurrentCaller caller;
  @Inject private ShopFiles files;

  /**
   * What to do with a file.
   *
   * @param kind what the rows are, where there is no mapping
   * @param mapping the name of a saved mapping, or a mapping itself
   * @param dryRun check every row, store nothing
   */
  public record Order(String kind, JsonNode mapping, boolean dryRun) {}

  /** Keeps a file. */
  @POST
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  @RequiresScope(Scope.INGEST)
  @RequiresRight(Right.IMPORT_DATA)
  @LargeBody
  @Operation(
      summary = "Upload a file to look at, 2 GiB at most; it is kept for two days",
      description = "Answers with its columns, first rows, and guesses what they are.")
  public DraftPreview upload(
      @QueryParam("fileName") String fileName, @QueryParam("kind") String kind, InputStream body)
      throws IOException {
    java.nio.file.Path file = Files.createTempFile(files.uploads(), "import-", ".part");
    try {
      Files.copy(new CountedBody(body, LONGEST_FILE), file, StandardCopyOption.REPLACE_EXISTING);
      return preview(drafts.add(fileName, file, caller.name()), kind);
    } catch (IOException | RuntimeException problem) {
      Files.deleteIfExists(file);
      throw problem;
    }
  }

  /** What the operator's folder holds. */
  @GET
  @Path("/server")
  @RequiresScope(Scope.INGEST)
  @RequiresRight(Right.IMPORT_DATA)
  @Operation(summary = "Files in the folder that the operator opened for imports")
  public List<ServerFile> serverFiles() {
    return drafts.serverFiles();
  }

  /** Takes a file of the operator's folder. */
  @POST
  @Path("/server")
  @RequiresScope(Scope.INGEST)
  @RequiresRight(Right.IMPORT_DATA)
  @Operation(summary = "Look at a file of that folder, instead of uploading one")
  public DraftPreview take(@QueryParam("path") String path, @QueryParam("kind") String kind) {
    return preview(drafts.addFromServer(path, caller.name()), kind);
  }

  /** A first look. */
  @GET
  @Path("/{id}")
  @RequiresScope(Scope.INGEST)
  @RequiresRight(Right.IMPORT_DATA)
  @Operation(summary = "Columns, first rows and guesses of a file")
  public DraftPreview preview(@PathParam("id") String id, @QueryParam("kind") String kind) {
    return drafts.preview(id, kind == null ? null : kind(kind));
  }

  /** Starts its import. */
  @POST
  @Path("/{id}:import")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.INGEST)
  @RequiresRight(Right.IMPORT_DATA)
  @Operation(
      summary = "Import a file that was uploaded",
      description = "By a saved mapping (its name), a mapping (an object), or a kind to guess by.")
  public Response start(@PathParam("id") String id, Order order) {
    ImportReport report = drafts.start(id, mapping(order), order.dryRun(), caller.name());
    return Response.accepted(report).build();
  }

  /** Forgets it. */
  @DELETE
  @Path("/{id}")
  @RequiresScope(Scope.INGEST)
  @RequiresRight(Right.IMPORT_DATA)
  @Operation(summary = "Forget a file that was uploaded")
  public Response delete(@PathParam("id") String id) {
    drafts.remove(id);
    return Response.noContent().build();
  }

  private ImportMapping mapping(Order order) {
    JsonNode given = order.mapping();
    if (given == null || given.isNull()) {
      ImportKind kind = kind(order.kind() == null ? "" : order.kind());
      return new ImportMapping(
          "guessed", null, null, List.of(new MappingTarget(kind, null, false, null, null)));
    }
    if (given.isTextual()) {
      return mappings
          .find(given.asText())
          .map(SavedMapping::mapping)
          .orElseThrow(() -> new NotFoundException("mapping", given.asText()));
    }
    return mappings.read(given.toString());
  }

  private static ImportKind kind(String code) {
    return ImportKind.of(code)
        .orElseThrow(
            () -> InvalidInputException.of("kind", "must be one of " + ImportKind.codes()));
  }
}
