package io.shopkeeper.web.api;

import io.shopkeeper.catalog.boundary.person.Identities;
import io.shopkeeper.catalog.boundary.person.Identity;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The browsers, apps and tills that are one customer. A page may write {@code me} for the customer
 * of its token.
 */
@Path("/customers/{id}/identities")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Privacy")
@ApplicationScoped
public class IdentitiesResource {

  private static final int MOST = 500;

  @Inject private Identities identities;
  @Inject private VouchedCustomer vouched;

  /**
   * Who turned out to be the customer.
   *
   * @param source where, in the shop's words; may be absent
   */
  public record Merge(String visitorId, String source) {}

  /** The visitors of a customer. */
  @GET
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.SEE_CUSTOMERS)
  @Operation(
      summary = "The visitors that are a customer",
      description = "With ended=true also those that were separated again, newest first.")
  public List<Identity> of(
      @PathParam("id") String id, @QueryParam("ended") @DefaultValue("false") boolean ended) {
    return ended ? identities.history(id, MOST) : identities.of(id);
  }

  /** Merges. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.INGEST)
  @RequiresRight(Right.MANAGE_CUSTOMERS)
  @PublicKeyAllowed
  @Operation(
      summary = "Note that a visitor is this customer, such as after signing in",
      description =
          "What was done by both counts as one taste, and the stricter of both consents holds. A"
              + " visitor who was another customer is this one from now on. No event is changed.")
  public Response merge(
      @PathParam("id") String id, @HeaderParam("Shopkeeper-Identity") String token, Merge merge) {
    identities.link(vouched.require(id, token), merge.visitorId(), merge.source(), vouched.actor());
    return Response.noContent().build();
  }

  /** Separates. */
  @DELETE
  @Path("/{visitor}")
  @RequiresScope(Scope.INGEST)
  @RequiresRight(Right.MANAGE_CUSTOMERS)
  @PublicKeyAllowed
  @Operation(
      summary = "Separate a visitor from this customer",
      description = "Both are as they were before they were merged.")
  public Response separate(
      @PathParam("id") String id,
      @PathParam("visitor") String visitor,
      @HeaderParam("Shopkeeper-Identity") String token) {
    if (!identities.unlink(vouched.require(id, token), visitor, vouched.actor())) {
      throw new NotFoundException("visitor of this customer", visitor);
    }
    return Response.noContent().build();
  }
}
