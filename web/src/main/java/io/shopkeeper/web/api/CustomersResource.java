package io.shopkeeper.web.api;

import io.shopkeeper.catalog.boundary.CustomerData;
import io.shopkeeper.catalog.boundary.CustomerPage;
import io.shopkeeper.catalog.boundary.Customers;
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

/** The shop's customers. */
@Path("/customers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Shop data")
@ApplicationScoped
public class CustomersResource {

  @Inject private Customers customers;

  /** One customer. */
  @GET
  @Path("/{id}")
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.SEE_CUSTOMERS)
  @Operation(summary = "One customer")
  public CustomerData find(@PathParam("id") String id) {
    return customers.find(id).orElseThrow(() -> new NotFoundException("customer", id));
  }

  /** Stores one. */
  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.INGEST)
  @RequiresRight(Right.IMPORT_DATA)
  @Operation(summary = "Store a customer, new or in place of the one with this id")
  public Response put(@PathParam("id") String id, CustomerData customer) {
    if (!id.equals(customer.id())) {
      throw InvalidInputException.of("/id", "must be the id of the address: " + id);
    }
    customers.put(customer);
    return Response.noContent().build();
  }

  /** Removes one. */
  @DELETE
  @Path("/{id}")
  @RequiresScope(Scope.INGEST)
  @RequiresRight(Right.IMPORT_DATA)
  @Operation(summary = "Remove a customer")
  public Response delete(@PathParam("id") String id) {
    if (!customers.delete(id)) {
      throw new NotFoundException("customer", id);
    }
    return Response.noContent().build();
  }

  /** A page of customers. */
  @GET
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.SEE_CUSTOMERS)
  @Operation(summary = "Customers by id, page by page")
  public CustomerPage list(
      @QueryParam("q") String text,
      @QueryParam("cursor") String cursor,
      @QueryParam("n") @DefaultValue("50") int n) {
    return customers.list(text, cursor, n);
  }
}
