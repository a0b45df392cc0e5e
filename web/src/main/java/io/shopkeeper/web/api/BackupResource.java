package io.shopkeeper.web.api;

import io.shopkeeper.platform.boundary.Backups;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The whole shop as one file. */
@Path("/backup")
@Tag(name = "Operations")
@ApplicationScoped
public class BackupResource {

  @Inject private Backups backups;
  @Inject private CurrentCaller caller;
  @Inject private Clock clock;

  /** This moment, while the shop goes on. */
  @GET
  @Produces("application/zip")
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.CHANGE_SETTINGS)
  @Operation(
      summary =
          "The whole shop as one file: database, pictures, uploads; it holds what is secret, too")
  public Response backup() {
    String by = caller.name();
    StreamingOutput content = out -> backups.write(out, by);
    String name = "shop-" + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) + ".zip";
    return Response.ok(content)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .build();
  }
}
