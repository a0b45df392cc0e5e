package io.shopkeeper.web.api;

import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Scope;
import io.shopkeeper.prediction.boundary.FeatureView;
import io.shopkeeper.prediction.boundary.Features;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the shop knows of customers and products, for models. */
@Path("/features")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Predictions")
@ApplicationScoped
public class FeaturesResource {

  @Inject private Features features;

  /**
   * All.
   *
   * @param customers of a customer
   * @param pairs of a product, and of a customer with it
   */
  public record FeatureLists(List<FeatureView> customers, List<FeatureView> pairs) {}

  /** All. */
  @GET
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.LOOK)
  @Operation(summary = "The features that are worked out for customers and products")
  public FeatureLists all(@BeanParam Language language) {
    return new FeatureLists(
        features.ofCustomers(language.locale()), features.ofPairs(language.locale()));
  }
}
