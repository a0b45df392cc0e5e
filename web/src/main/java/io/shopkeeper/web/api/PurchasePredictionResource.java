package io.shopkeeper.web.api;

import io.shopkeeper.catalog.boundary.Customers;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Scope;
import io.shopkeeper.prediction.boundary.CustomerForecast;
import io.shopkeeper.prediction.boundary.CustomerForecasts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who buys what. */
@Path("/predictions/purchase")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Predictions")
@ApplicationScoped
public class PurchasePredictionResource {

  @Inject private Customers customers;
  @Inject private CustomerForecasts forecasts;

  /**
   * A question.
   *
   * @param customer the shop's id
   * @param products the shop's ids
   */
  public record Question(String customer, List<String> products) {}

  /** Whether a customer buys some products. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.SCORE)
  @RequiresRight(Right.SEE_CUSTOMERS)
  @Operation(
      summary = "How probably a customer buys each of some products, with reasons",
      description =
          "By the live model of a data set that was made from the shop with the goal buys_product,"
              + " within the days that it looks ahead; what is known of the customer and the products"
              + " is worked out now. Nothing for who does not allow personal use. 409 while no such"
              + " model is live.")
  public List<CustomerForecast> purchase(Question question, @BeanParam Language language) {
    if (question == null || question.customer() == null) {
      throw InvalidInputException.of("/customer", "is missing");
    }
    if (question.products() == null) {
      throw InvalidInputException.of("/products", "is missing");
    }
    if (customers.find(question.customer()).isEmpty()) {
      throw new NotFoundException("customer", question.customer());
    }
    return forecasts.purchases(question.customer(), question.products(), language.locale());
  }
}
