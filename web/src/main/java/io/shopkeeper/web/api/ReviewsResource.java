package io.shopkeeper.web.api;

import io.shopkeeper.catalog.boundary.ReviewData;
import io.shopkeeper.catalog.boundary.Reviews;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What customers wrote. */
@Path("/reviews")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Shop data")
@ApplicationScoped
public class ReviewsResource {

  @Inject private Reviews reviews;

  /** One of them. */
  @GET
  @Path("/{id}")
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.SEE_CUSTOMERS)
  @Operation(summary = "One review")
  public ReviewData find(@PathParam("id") String id) {
    return reviews.find(id).orElseThrow(() -> new NotFoundException("review", id));
  }

  /** Stores one. */
  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.INGEST)
  @RequiresRight(Right.IMPORT_DATA)
  @Operation(summary = "Store a review, new or in place of the one with this id")
  public Response put(@PathParam("id") String id, ReviewData review) {
    if (!id.equals(review.id())) {
      throw InvalidInputException.of("/id", "must be the id of the address: " + id);
    }
    reviews.put(review);
    return Response.noContent().build();
  }

  /** Removes one. */
  @DELETE
  @Path("/{id}")
  @RequiresScope(Scope.INGEST)
  @RequiresRight(Right.IMPORT_DATA)
  @Operation(summary = "Remove a review")
  public Response delete(@PathParam("id") String id) {
    if (!reviews.delete(id)) {
      throw new NotFoundException("review", id);
    }
    return Response.noContent().build();
  }

  /** Those of one product. */
  @GET
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.SEE_CUSTOMERS)
  @Operation(summary = "The last reviews of a product, newest first")
  public List<ReviewData> list(
      @QueryParam("product") String product, @QueryParam("n") @DefaultValue("50") int n) {
    if (product == null || product.isBlank()) {
      throw InvalidInputException.of("product", "is missing");
    }
    return reviews.ofProduct(product, n);
  }
}
