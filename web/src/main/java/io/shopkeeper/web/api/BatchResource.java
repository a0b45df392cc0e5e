package io.shopkeeper.web.api;

import io.shopkeeper.catalog.boundary.CustomerData;
import io.shopkeeper.catalog.boundary.Customers;
import io.shopkeeper.catalog.boundary.OrderData;
import io.shopkeeper.catalog.boundary.Orders;
import io.shopkeeper.catalog.boundary.ProductData;
import io.shopkeeper.catalog.boundary.Products;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Scope;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Many records at once: what can be stored is, the answer tells of each row. */
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Shop data")
public class BatchResource {

  @Inject private Products products;
  @Inject private Customers customers;
  @Inject private Orders orders;

  /** Products. */
  @POST
  @Path("products:batch")
  @RequiresScope(Scope.INGEST)
  @RequiresRight(Right.IMPORT_DATA)
  @Operation(summary = "Store up to 1,000 products")
  public Batch products(List<ProductData> rows) {
    return Batch.of(products.putAll(Batch.check(rows)));
  }

  /** Customers. */
  @POST
  @Path("customers:batch")
  @RequiresScope(Scope.INGEST)
  @RequiresRight(Right.IMPORT_DATA)
  @Operation(summary = "Store up to 1,000 customers")
  public Batch customers(List<CustomerData> rows) {
    return Batch.of(customers.putAll(Batch.check(rows)));
  }

  /** Orders. */
  @POST
  @Path("orders:batch")
  @RequiresScope(Scope.INGEST)
  @RequiresRight(Right.IMPORT_DATA)
  @Operation(summary = "Store up to 1,000 orders")
  public Batch orders(List<OrderData> rows) {
    return Batch.of(orders.putAll(Batch.check(rows)));
  }
}
