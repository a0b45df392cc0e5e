package io.shopkeeper.web.api;

import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Scope;
import io.shopkeeper.platform.boundary.SystemDetails;
import io.shopkeeper.platform.boundary.SystemReport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How the shop is, for those who run it. */
@Path("/health/details")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operations")
@ApplicationScoped
public class HealthDetailsResource {

  @Inject private SystemDetails details;
  @Context private ServletContext servlets;

  /** All that can be told, and the server that it runs on. */
  public record Details(String server, SystemReport report) {}

  /** Looks at everything now. */
  @GET
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.SEE_HEALTH)
  @Operation(summary = "Database, disk, jobs, live models, machine and versions, in detail")
  public Details details() {
    return new Details(servlets.getServerInfo(), details.report());
  }
}
