package io.shopkeeper.web.api;

import io.shopkeeper.platform.boundary.AuditEntry;
import io.shopkeeper.platform.boundary.AuditQuery;
import io.shopkeeper.platform.boundary.AuditSource;
import io.shopkeeper.platform.boundary.AuditTable;
import io.shopkeeper.platform.boundary.AuditTrail;
import io.shopkeeper.platform.boundary.AuditVerdict;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The record of administrative acts: read, export, verify. Nothing here changes it. */
@Path("/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
@ApplicationScoped
public class AuditResource {

  @Inject private AuditTrail trail;
  @Inject private AuditTable table;

  /** Which acts, as a request asks for them. */
  public static class Filter {

    @QueryParam("actor")
    private String actor;

    @QueryParam("act")
    private String act;

    @QueryParam("q")
    private String text;

    @QueryParam("source")
    private String source;

    @QueryParam("from")
    private String from;

    @QueryParam("until")
    private String until;

    @QueryParam("before")
    private Long before;

    AuditQuery query(int limit) {
      return new AuditQuery(
          actor, act, text, door(source), time("from", from), time("until", until), before, limit);
    }

    private static AuditSource door(String name) {
      try {
        return name == null ? null : AuditSource.valueOf(name.toUpperCase(Locale.ROOT));
      } catch (IllegalArgumentException unknown) {
        throw InvalidInputException.of("source", "must be console, interface or server");
      }
    }

    private static Instant time(String name, String text) {
      try {
        return text == null ? null : Instant.parse(text);
      } catch (DateTimeException unreadable) {
        throw InvalidInputException.of(name, "must be a time such as 2026-11-24T10:00:00Z");
      }
    }
  }

  /** Acts, newest first. */
  @GET
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.SEE_AUDIT)
  @Operation(
      summary = "Administrative acts, newest first",
      description = "The number of the last act as parameter before leads to the next page.")
  public List<AuditEntry> find(
      @BeanParam Filter filter, @QueryParam("n") @DefaultValue("50") int n) {
    return trail.find(filter.query(n));
  }

  /** All acts that match, as a file. */
  @GET
  @Path("/export")
  @Produces({"text/csv", "application/x-ndjson"})
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.SEE_AUDIT)
  @Operation(summary = "All acts that match as a file; format is csv or jsonl")
  public Response export(
      @BeanParam Filter filter, @QueryParam("format") @DefaultValue("csv") String format) {
    if (!format.matches("csv|jsonl")) {
      throw InvalidInputException.of("format", "must be csv or jsonl");
    }
    AuditQuery query = filter.query(1);
    StreamingOutput body =
        out -> {
          try (var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
            table.write(query, format.equals("csv"), writer);
          }
        };
    return Response.ok(body)
        .type(format.equals("csv") ? "text/csv;charset=UTF-8" : "application/x-ndjson")
        .header("Content-Disposition", "attachment; filename=\"audit." + format + "\"")
        .build();
  }

  /** Whether the chain is whole. */
  @GET
  @Path("/verdict")
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.SEE_AUDIT)
  @Operation(
      summary = "Whether the audit chain is whole; names the first broken record",
      description = "Reads every record, so it takes a while where there are many.")
  public AuditVerdict verdict() {
    return trail.verify();
  }
}
