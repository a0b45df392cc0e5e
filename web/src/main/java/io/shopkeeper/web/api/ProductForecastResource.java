package io.shopkeeper.web.api;

import io.shopkeeper.catalog.boundary.Products;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Scope;
import io.shopkeeper.prediction.boundary.ProductForecast;
import io.shopkeeper.prediction.boundary.ProductForecasts;
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

/** What is expected to be sold of a product. */
@Path("/products/{id}/forecast")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Predictions")
@ApplicationScoped
public class ProductForecastResource {

  @Inject private Products products;
  @Inject private ProductForecasts forecasts;

  /** Of one product. */
  @GET
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.LOOK)
  @Operation(
      summary = "What is expected to be sold of a product, week by week, with bands and in words",
      description =
          "By the live version of the model demand-forecast, from the newest week that the orders"
              + " fill, Monday to Sunday in UTC. A product that never sold in a whole week has no"
              + " weeks. With it stands how demand answers to the price, where it moved often"
              + " enough. 409 while no version is live.")
  public ProductForecast of(@PathParam("id") String id, @BeanParam Language language) {
    return forecasts.of(
        products.find(id).orElseThrow(() -> new NotFoundException("product", id)),
        language.locale());
  }
}
