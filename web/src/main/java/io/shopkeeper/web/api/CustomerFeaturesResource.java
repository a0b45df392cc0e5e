package io.shopkeeper.web.api;

import io.shopkeeper.catalog.boundary.Customers;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Scope;
import io.shopkeeper.prediction.boundary.CustomerFeatures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is known of a customer. */
@Path("/customers/{id}/features")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Predictions")
@ApplicationScoped
public class CustomerFeaturesResource {

  @Inject private Customers customers;
  @Inject private CustomerFeatures features;

  /** Of one customer. */
  @GET
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.SEE_CUSTOMERS)
  @Operation(
      summary = "What was known of a customer at a moment, as models are asked with it",
      description =
          "The features of GET /features by their names. With product, those of the product and of"
              + " the customer with it, too. As of now where asOf names no moment. Without consent"
              + " to personal use nothing is known.")
  public CustomerFeatures.KnownFeatures of(
      @PathParam("id") String id,
      @QueryParam("product") String product,
      @QueryParam("asOf") String asOf) {
    if (customers.find(id).isEmpty()) {
      throw new NotFoundException("customer", id);
    }
    return features.of(id, product, moment(asOf));
  }

  private static Instant moment(String asOf) {
    try {
      return asOf == null ? null : Instant.parse(asOf);
    } catch (DateTimeParseException wrong) {
      throw InvalidInputException.of("/asOf", "must be a time such as 2026-01-31T12:00:00Z");
    }
  }
}
