package io.shopkeeper.web.api;

import io.shopkeeper.catalog.boundary.OrderData;
import io.shopkeeper.catalog.boundary.Orders;
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

/** The shop's orders. */
@Path("/orders")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Shop data")
@ApplicationScoped
public class OrdersResource {

  @Inject private Orders orders;

  /** One order. */
  @GET
  @Path("/{id}")
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.SEE_CUSTOMERS)
  @Operation(summary = "One order")
  public OrderData find(@PathParam("id") String id) {
    return orders.find(id).orElseThrow(() -> new NotFoundException("order", id));
  }

  /** Stores one. */
  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.INGEST)
  @RequiresRight(Right.IMPORT_DATA)
  @Operation(summary = "Store a order, new or in place of the one with this id")
  public Response put(@PathParam("id") String id, OrderData order) {
    if (!id.equals(order.id())) {
      throw InvalidInputException.of("/id", "must be the id of the address: " + id);
    }
    orders.put(order);
    return Response.noContent().build();
  }

  /** Removes one. */
  @DELETE
  @Path("/{id}")
  @RequiresScope(Scope.INGEST)
  @RequiresRight(Right.IMPORT_DATA)
  @Operation(summary = "Remove a order")
  public Response delete(@PathParam("id") String id) {
    if (!orders.delete(id)) {
      throw new NotFoundException("order", id);
    }
    return Response.noContent().build();
  }

  /** The orders of a customer. */
  @GET
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.SEE_CUSTOMERS)
  @Operation(summary = "The last orders of a customer, newest first")
  public List<OrderData> list(
      @QueryParam("customer") String customer, @QueryParam("n") @DefaultValue("50") int n) {
    if (customer == null || customer.isBlank()) {
      throw InvalidInputException.of("customer", "is missing");
    }
    return orders.ofCustomer(customer, n);
  }
}
