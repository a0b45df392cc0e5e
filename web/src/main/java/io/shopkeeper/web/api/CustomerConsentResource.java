package io.shopkeeper.web.api;

import io.shopkeeper.catalog.boundary.person.ConsentChange;
import io.shopkeeper.catalog.boundary.person.ConsentChoice;
import io.shopkeeper.catalog.boundary.person.ConsentView;
import io.shopkeeper.catalog.boundary.person.Consents;
import io.shopkeeper.catalog.boundary.person.Subject;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What customers allow. A page may write {@code me} for the customer of its token. */
@Path("/customers/{id}/consent")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Privacy")
@ApplicationScoped
public class CustomerConsentResource {

  private static final String LONG_AGO = "100";

  @Inject private Consents consents;
  @Inject private VouchedCustomer vouched;

  /** What holds now. */
  @GET
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.SEE_CUSTOMERS)
  @PublicKeyAllowed
  @Operation(
      summary = "What a customer allows",
      description =
          "Purpose by purpose, with the decisions of all visitors that are this customer. Where"
              + " nobody decided, decided is false and the shop's setting holds.")
  public ConsentView consent(
      @PathParam("id") String id, @HeaderParam("Shopkeeper-Identity") String token) {
    return consents.of(Subject.customer(vouched.require(id, token)));
  }

  /** Decides. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.INGEST)
  @RequiresRight(Right.MANAGE_CUSTOMERS)
  @PublicKeyAllowed
  @Operation(
      summary = "Keep what a customer decided",
      description =
          "It holds with the next answer. Purposes that are not given stay as they were. A public"
              + " key needs the customer's token.")
  public ConsentView decide(
      @PathParam("id") String id,
      @HeaderParam("Shopkeeper-Identity") String token,
      ConsentChoice choice) {
    Subject customer = Subject.customer(vouched.require(id, token));
    return consents.decide(customer, choice, vouched.actor());
  }

  /** Who decided what when. */
  @GET
  @Path("/history")
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.SEE_CUSTOMERS)
  @Operation(summary = "The decisions of a customer, newest first")
  public List<ConsentChange> history(
      @PathParam("id") String id, @QueryParam("n") @DefaultValue(LONG_AGO) int n) {
    return consents.history(Subject.customer(id), n);
  }
}
