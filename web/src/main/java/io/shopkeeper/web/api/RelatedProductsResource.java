package io.shopkeeper.web.api;

import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Scope;
import io.shopkeeper.recommendation.boundary.RecommendationAnswer;
import io.shopkeeper.recommendation.boundary.Recommender;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Products that belong to a product. */
@Path("/products")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Recommendations")
@ApplicationScoped
public class RelatedProductsResource {

  @Inject private Recommender recommender;

  /** For a product page. */
  @GET
  @Path("/{id}/similar")
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.LOOK)
  @PublicKeyAllowed
  @Operation(summary = "Products that the same people like")
  public RecommendationAnswer similar(
      @PathParam("id") String id,
      @QueryParam("n") @DefaultValue("10") int n,
      @BeanParam Language language) {
    return recommender.similar(id, Count.require(n), language.locale());
  }

  /** For a product page or a cart. */
  @GET
  @Path("/{id}/bought-together")
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.LOOK)
  @PublicKeyAllowed
  @Operation(summary = "Products that are bought on the same day")
  public RecommendationAnswer boughtTogether(
      @PathParam("id") String id,
      @QueryParam("n") @DefaultValue("10") int n,
      @BeanParam Language language) {
    return recommender.boughtTogether(id, Count.require(n), language.locale());
  }
}
