package io.shopkeeper.web.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.boundary.RowOutcome;
import io.shopkeeper.catalog.boundary.cleaning.StepData;
import io.shopkeeper.catalog.boundary.quarantine.HeldRow;
import io.shopkeeper.catalog.boundary.quarantine.Quarantine;
import io.shopkeeper.catalog.boundary.quarantine.QuarantineFilter;
import io.shopkeeper.catalog.boundary.quarantine.ReasonCount;
import io.shopkeeper.catalog.boundary.quarantine.RulePreview;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Scope;
import io.shopkeeper.platform.boundary.ShopFiles;
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
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Rows that were set aside. */
@Path("/quarantine")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Quarantine")
@ApplicationScoped
public class QuarantineResource {

  private static final long LONGEST_FILE = 1L << 30;

  @Inject private Quarantine quarantine;
  @Inject private CurrentCaller caller;
  @Inject private ShopFiles files;

  /**
   * Rows, and what to do with them.
   *
   * @param filter missing for all
   * @param rule a step of type RULE; missing for none
   * @param reason why, for discarding
   */
  public record Order(QuarantineFilter filter, StepData rule, String reason) {

    QuarantineFilter rows() {
      return filter == null ? QuarantineFilter.all() : filter;
    }
  }

  /** Rows that wait. */
  @GET
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.SEE_CUSTOMERS)
  @Operation(summary = "Rows that wait, newest first, with their cells and what is wrong in each")
  public List<HeldRow> list(
      @QueryParam("import") Long importId,
      @QueryParam("kind") String kind,
      @QueryParam("field") String field,
      @QueryParam("reason") String reason,
      @QueryParam("q") String text,
      @QueryParam("before") Long before,
      @QueryParam("n") @DefaultValue("50") int n) {
    return quarantine.list(filter(importId, kind, field, reason, text), before, n);
  }

  /** What is wrong. */
  @GET
  @Path("/reasons")
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.SEE_CUSTOMERS)
  @Operation(summary = "What is wrong and how often, the most frequent first")
  public List<ReasonCount> reasons(
      @QueryParam("import") Long importId,
      @QueryParam("kind") String kind,
      @QueryParam("q") String text) {
    return quarantine.reasons(filter(importId, kind, null, null, text));
  }

  /** One row. */
  @GET
  @Path("/{id: \\d+}")
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.SEE_CUSTOMERS)
  @Operation(summary = "One row that waits")
  public HeldRow find(@PathParam("id") long id) {
    return quarantine.find(id);
  }

  /** Mends one. */
  @PUT
  @Path("/{id: \\d+}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.INGEST)
  @RequiresRight(Right.MEND_DATA)
  @Operation(summary = "Try a row again with corrected values; says what is still wrong")
  public RowOutcome mend(@PathParam("id") long id, ObjectNode row) {
    return quarantine.mend(id, row.toString(), caller.name());
  }

  /** Tries many again. */
  @POST
  @Path("/replay")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.INGEST)
  @RequiresRight(Right.MEND_DATA)
  @Operation(summary = "Try all rows of a filter again, with a rule or as they are; a job does it")
  public Response replay(Order order) {
    return Response.accepted(
            quarantine.replay(order.rows(), Optional.ofNullable(order.rule()), caller.name()))
        .build();
  }

  /** Shows what a rule would do. */
  @POST
  @Path("/preview")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.INGEST)
  @RequiresRight(Right.MEND_DATA)
  @Operation(summary = "What a rule would do to the rows of a filter; stores nothing")
  public RulePreview preview(Order order) {
    if (order.rule() == null) {
      throw InvalidInputException.of("/rule", "is missing");
    }
    return quarantine.preview(order.rows(), order.rule());
  }

  /** Gives rows up. */
  @POST
  @Path("/discard")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.INGEST)
  @RequiresRight(Right.MEND_DATA)
  @Operation(summary = "Give the rows of a filter up, with a reason; they stay on record")
  public Map<String, Long> discard(Order order) {
    return Map.of("discarded", quarantine.discard(order.rows(), order.reason(), caller.name()));
  }

  /** Takes corrected rows in. */
  @POST
  @Path("/corrections")
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  @RequiresScope(Scope.INGEST)
  @RequiresRight(Right.MEND_DATA)
  @LargeBody
  @Operation(summary = "Send corrected rows (CSV or JSON lines with quarantine_id); a job does it")
  public Response corrections(@QueryParam("fileName") String fileName, InputStream body)
      throws IOException {
    java.nio.file.Path file = Files.createTempFile(files.uploads(), "corrected-", ".part");
    try {
      Files.copy(new CountedBody(body, LONGEST_FILE), file, StandardCopyOption.REPLACE_EXISTING);
      String name = fileName == null || fileName.isBlank() ? "corrections" : fileName;
      return Response.accepted(quarantine.upload(name, file, caller.name())).build();
    } catch (IOException | RuntimeException problem) {
      Files.deleteIfExists(file);
      throw problem;
    }
  }

  private static QuarantineFilter filter(
      Long importId, String kind, String field, String reason, String text) {
    ImportKind known =
        kind == null
            ? null
            : ImportKind.of(kind)
                .orElseThrow(
                    () -> InvalidInputException.of("kind", "must be one of " + ImportKind.codes()));
    return new QuarantineFilter(importId, known, field, reason, text, List.of());
  }
}
