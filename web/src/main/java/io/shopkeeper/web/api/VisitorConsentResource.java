package io.shopkeeper.web.api;

import io.shopkeeper.catalog.boundary.person.ConsentChoice;
import io.shopkeeper.catalog.boundary.person.ConsentView;
import io.shopkeeper.catalog.boundary.person.Consents;
import io.shopkeeper.catalog.boundary.person.Subject;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * What visitors allow who are not signed in. Who knows a visitor's number, which a browser draws at
 * random and keeps to itself, speaks for that visitor.
 */
@Path("/visitors/{id}/consent")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Privacy")
@ApplicationScoped
public class VisitorConsentResource {

  @Inject private Consents consents;
  @Inject private VouchedCustomer vouched;

  /** What holds now. */
  @GET
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.SEE_CUSTOMERS)
  @PublicKeyAllowed
  @Operation(summary = "What a visitor allows")
  public ConsentView consent(@PathParam("id") String id) {
    return consents.of(Subject.visitor(id));
  }

  /** Decides. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.INGEST)
  @RequiresRight(Right.MANAGE_CUSTOMERS)
  @PublicKeyAllowed
  @Operation(
      summary = "Keep what a visitor decided",
      description = "It holds with the next answer. Purposes that are not given stay as they were.")
  public ConsentView decide(@PathParam("id") String id, ConsentChoice choice) {
    return consents.decide(Subject.visitor(id), choice, vouched.actor());
  }
}
