package io.shopkeeper.web.api;

import io.shopkeeper.catalog.boundary.CustomerData;
import io.shopkeeper.catalog.boundary.Customers;
import io.shopkeeper.catalog.boundary.FaqData;
import io.shopkeeper.catalog.boundary.Faqs;
import io.shopkeeper.catalog.boundary.OrderData;
import io.shopkeeper.catalog.boundary.Orders;
import io.shopkeeper.catalog.boundary.ProductData;
import io.shopkeeper.catalog.boundary.Products;
import io.shopkeeper.catalog.boundary.ReviewData;
import io.shopkeeper.catalog.boundary.Reviews;
import io.shopkeeper.catalog.boundary.TransactionData;
import io.shopkeeper.catalog.boundary.Transactions;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Scope;
import jakarta.enterprise.context.ApplicationScoped;
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
@ApplicationScoped
public class BatchResource {

  @Inject private Products products;
  @Inject private Customers customers;
  @Inject private Orders orders;
  @Inject private Faqs faqs;
  @Inject private Transactions transactions;
  @Inject private Reviews reviews;

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

  /** Reviews. */
  @POST
  @Path("reviews:batch")
  @RequiresScope(Scope.INGEST)
  @RequiresRight(Right.IMPORT_DATA)
  @Operation(summary = "Store up to 1,000 reviews")
  public Batch reviews(List<ReviewData> rows) {
    return Batch.of(reviews.putAll(Batch.check(rows)));
  }

  /** Transactions. */
  @POST
  @Path("transactions:batch")
  @RequiresScope(Scope.INGEST)
  @RequiresRight(Right.IMPORT_DATA)
  @Operation(summary = "Store up to 1,000 transactions")
  public Batch transactions(List<TransactionData> rows) {
    return Batch.of(transactions.putAll(Batch.check(rows)));
  }

  /** Faqs. */
  @POST
  @Path("faqs:batch")
  @RequiresScope(Scope.INGEST)
  @RequiresRight(Right.IMPORT_DATA)
  @Operation(summary = "Store up to 1,000 faqs")
  public Batch faqs(List<FaqData> rows) {
    return Batch.of(faqs.putAll(Batch.check(rows)));
  }
}
