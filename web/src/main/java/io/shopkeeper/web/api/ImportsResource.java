package io.shopkeeper.web.api;

import io.shopkeeper.catalog.boundary.DataReadiness;
import io.shopkeeper.catalog.boundary.ImportFinding;
import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.boundary.ImportReport;
import io.shopkeeper.catalog.boundary.ImportRequest;
import io.shopkeeper.catalog.boundary.Imports;
import io.shopkeeper.catalog.boundary.ModelReadiness;
import io.shopkeeper.catalog.boundary.QuarantineQuery;
import io.shopkeeper.catalog.boundary.QuarantinedRow;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Scope;
import io.shopkeeper.platform.boundary.ShopFiles;
import jakarta.enterprise.context.ApplicationScoped;
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
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Files to import, their reports and their quarantine. */
@Path("/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
@ApplicationScoped
public class ImportsResource {

  private static final long LONGEST_FILE = 1L << 30;

  @Inject private Imports imports;
  @Inject private DataReadiness readiness;
  @Inject private CurrentCaller caller;
  @Inject private ShopFiles files;

  /** Streams a file in and queues its import. */
  @POST
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  @RequiresScope(Scope.INGEST)
  @RequiresRight(Right.IMPORT_DATA)
  @LargeBody
  @Operation(
      summary = "Import a file (CSV, TSV, JSON lines; plain, gzip, zip), 1 GiB at most",
      description = "Column names that are not guessed are given as map=column:field.")
  public Response start(
      @QueryParam("kind") String kind,
      @QueryParam("fileName") String fileName,
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
      @QueryParam("map") List<String> map,
      InputStream body)
      throws IOException {
    ImportKind known =
        ImportKind.of(kind == null ? "" : kind)
            .orElseThrow(
                () -> InvalidInputException.of("kind", "must be one of " + ImportKind.codes()));
    java.nio.file.Path file = Files.createTempFile(files.uploads(), "import-", ".part");
    try {
      Files.copy(new CountedBody(body, LONGEST_FILE), file, StandardCopyOption.REPLACE_EXISTING);
      ImportReport report =
          imports.start(
              new ImportRequest(known, fileName, file, mapping(map), dryRun, caller.name()));
      return Response.accepted(report).build();
    } catch (IOException | RuntimeException problem) {
      Files.deleteIfExists(file);
      throw problem;
    }
  }

  /** How an import stands. */
  @GET
  @Path("/{id}")
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.LOOK)
  @Operation(summary = "The report of an import")
  public ImportReport find(@PathParam("id") long id) {
    return imports.find(id).orElseThrow(() -> new NotFoundException("import", Long.toString(id)));
  }

  /** Its parts. */
  @GET
  @Path("/{id}/parts")
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.LOOK)
  @Operation(summary = "The reports of all parts of an import that feeds several kinds")
  public List<ImportReport> parts(@PathParam("id") long id) {
    return imports.parts(find(id).batchId());
  }

  /** What rules found. */
  @GET
  @Path("/{id}/findings")
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.SEE_CUSTOMERS)
  @Operation(summary = "What each rule found in an import, with some of the rows")
  public List<ImportFinding> findings(@PathParam("id") long id) {
    find(id);
    return imports.findings(id);
  }

  /** Takes it back. */
  @POST
  @Path("/{id}:undo")
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.IMPORT_DATA)
  @Operation(
      summary = "Undo an import with all its parts",
      description = "What it made goes, what it changed is again as it was; 409 says why not.")
  public Response undo(@PathParam("id") long id) {
    return Response.accepted(imports.undo(find(id).batchId(), caller.name())).build();
  }

  /** What the data is good for. */
  @GET
  @Path("/readiness")
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.LOOK)
  @Operation(summary = "Which models the shop's data can feed, and what the others lack")
  public List<ModelReadiness> readiness() {
    return readiness.models();
  }

  /** The last imports. */
  @GET
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.LOOK)
  @Operation(summary = "The last imports, newest first")
  public List<ImportReport> recent(@QueryParam("n") @DefaultValue("50") int n) {
    return imports.recent(Math.clamp(n, 1, 500));
  }

  /** Its rows that were set aside. */
  @GET
  @Path("/{id}/quarantine")
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.SEE_CUSTOMERS)
  @Operation(summary = "Rows of an import that could not be stored, newest first")
  public List<QuarantinedRow> quarantine(
      @PathParam("id") long id,
      @QueryParam("q") String text,
      @QueryParam("before") Long before,
      @QueryParam("n") @DefaultValue("50") int n) {
    find(id);
    return imports.quarantine(new QuarantineQuery(id, text, before, n));
  }

  private static Map<String, String> mapping(List<String> pairs) {
    var mapping = new LinkedHashMap<String, String>();
    for (String pair : pairs) {
      int colon = pair.lastIndexOf(':');
      if (colon < 1) {
        throw InvalidInputException.of("map", "must look like column:field");
      }
      mapping.put(pair.substring(0, colon), pair.substring(colon + 1));
    }
    return mapping;
  }
}
