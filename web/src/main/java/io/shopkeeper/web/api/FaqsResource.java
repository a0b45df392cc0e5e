package io.shopkeeper.web.api;

import io.shopkeeper.catalog.boundary.FaqData;
import io.shopkeeper.catalog.boundary.Faqs;
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

/** Questions and answers. */
@Path("/faqs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Shop data")
@ApplicationScoped
public class FaqsResource {

  @Inject private Faqs faqs;

  /** One of them. */
  @GET
  @Path("/{id}")
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.LOOK)
  @Operation(summary = "One faq")
  public FaqData find(@PathParam("id") String id) {
    return faqs.find(id).orElseThrow(() -> new NotFoundException("faq", id));
  }

  /** Stores one. */
  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.INGEST)
  @RequiresRight(Right.IMPORT_DATA)
  @Operation(summary = "Store a faq, new or in place of the one with this id")
  public Response put(@PathParam("id") String id, FaqData faq) {
    if (!id.equals(faq.id())) {
      throw InvalidInputException.of("/id", "must be the id of the address: " + id);
    }
    faqs.put(faq);
    return Response.noContent().build();
  }

  /** Removes one. */
  @DELETE
  @Path("/{id}")
  @RequiresScope(Scope.INGEST)
  @RequiresRight(Right.IMPORT_DATA)
  @Operation(summary = "Remove a faq")
  public Response delete(@PathParam("id") String id) {
    if (!faqs.delete(id)) {
      throw new NotFoundException("faq", id);
    }
    return Response.noContent().build();
  }

  /** A page of them. */
  @GET
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.LOOK)
  @Operation(summary = "Questions and answers by id, from behind the cursor on")
  public List<FaqData> list(
      @QueryParam("cursor") String cursor, @QueryParam("n") @DefaultValue("50") int n) {
    return faqs.page(cursor, n);
  }
}
