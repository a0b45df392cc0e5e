package io.shopkeeper.web.api;

import io.shopkeeper.catalog.boundary.ProductData;
import io.shopkeeper.catalog.boundary.ProductPage;
import io.shopkeeper.catalog.boundary.ProductQuery;
import io.shopkeeper.catalog.boundary.Products;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The shop's products. */
@Path("/products")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Shop data")
@ApplicationScoped
public class ProductsResource {

  @Inject private Products products;

  /** One product. */
  @GET
  @Path("/{id}")
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.LOOK)
  @Operation(summary = "One product")
  public ProductData find(@PathParam("id") String id) {
    return products.find(id).orElseThrow(() -> new NotFoundException("product", id));
  }

  /** Stores one. */
  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.INGEST)
  @RequiresRight(Right.IMPORT_DATA)
  @Operation(summary = "Store a product, new or in place of the one with this id")
  public Response put(@PathParam("id") String id, ProductData product) {
    if (!id.equals(product.id())) {
      throw InvalidInputException.of("/id", "must be the id of the address: " + id);
    }
    products.put(product);
    return Response.noContent().build();
  }

  /** Removes one. */
  @DELETE
  @Path("/{id}")
  @RequiresScope(Scope.INGEST)
  @RequiresRight(Right.IMPORT_DATA)
  @Operation(summary = "Remove a product")
  public Response delete(@PathParam("id") String id) {
    if (!products.delete(id)) {
      throw new NotFoundException("product", id);
    }
    return Response.noContent().build();
  }

  /** A page of products. */
  @GET
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.LOOK)
  @Operation(summary = "Products by id, page by page")
  public ProductPage list(
      @QueryParam("category") String category,
      @QueryParam("q") String text,
      @QueryParam("cursor") String cursor,
      @QueryParam("n") @DefaultValue("50") int n) {
    return products.list(new ProductQuery(category, text, cursor, n, false));
  }
}
