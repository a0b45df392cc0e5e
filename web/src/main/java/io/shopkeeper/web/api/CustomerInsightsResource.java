package io.shopkeeper.web.api;

import io.shopkeeper.catalog.boundary.Customers;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Scope;
import io.shopkeeper.prediction.boundary.CustomerInsight;
import io.shopkeeper.prediction.boundary.CustomerInsights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is foreseen of a customer. */
@Path("/customers/{id}/insights")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Predictions")
@ApplicationScoped
public class CustomerInsightsResource {

  @Inject private Customers customers;
  @Inject private CustomerInsights insights;

  /** Of one customer. */
  @GET
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.SEE_CUSTOMERS)
  @Operation(
      summary = "What a customer is expected to buy, with the reasons in words",
      description =
          "The value, whether somebody is still a customer and when the next purchase comes by"
              + " the live version of the model customer-value, as of the newest order; the"
              + " forecasts by the live models of data sets that were made from the shop, as of now, with"
              + " what customer-value says of the same question; and what was paid in 90 days"
              + " beside the usual prices."
              + " Without consent to personal use nothing is said; who never bought has no value. 409"
              + " while no version of any is live.")
  public CustomerInsight of(@PathParam("id") String id, @BeanParam Language language) {
    if (customers.find(id).isEmpty()) {
      throw new NotFoundException("customer", id);
    }
    return insights.of(id, language.locale());
  }
}
