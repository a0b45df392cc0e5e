package io.shopkeeper.web.api;

import io.shopkeeper.fraud.boundary.ListDesk;
import io.shopkeeper.fraud.boundary.ListEntryView;
import io.shopkeeper.fraud.boundary.ListImport;
import io.shopkeeper.fraud.boundary.ListOrder;
import io.shopkeeper.fraud.boundary.ListView;
import io.shopkeeper.platform.boundary.FieldError;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lists that rules against fraud look keys up in. */
@Path("/fraud/lists")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Fraud")
@ApplicationScoped
public class FraudListsResource {

  /** Signs of a file. */
  private static final int LARGEST = 10_000_000;

  @Inject private ListDesk desk;
  @Inject private CurrentCaller caller;

  /** All. */
  @GET
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.LOOK)
  @Operation(summary = "The value lists that rules look into")
  public List<ListView> all() {
    return desk.all();
  }

  /** Makes one. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.WRITE_RULES)
  @Operation(
      summary = "Make a value list",
      description =
          "kind: email, card, ip, device, country, customer, address or currency. distance: how many"
              + " letters may differ (0 to 2; only for email and address, and only while a payment"
              + " is judged: afterwards a fingerprint is all that is kept).")
  public ListView create(ListOrder order) {
    return desk.create(order, caller.name());
  }

  /** Removes one. */
  @DELETE
  @Path("/{name}")
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.WRITE_RULES)
  @Operation(summary = "Remove a value list that no rule looks into")
  public Response remove(@PathParam("name") String name) {
    desk.remove(name, caller.name());
    return Response.noContent().build();
  }

  /** Its entries. */
  @GET
  @Path("/{name}/entries")
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.SEE_CUSTOMERS)
  @Operation(summary = "Entries of a value list, 50 at a time in the order of their texts")
  public List<ListEntryView> entries(
      @PathParam("name") String name,
      @QueryParam("begins") @DefaultValue("") String begins,
      @QueryParam("from") @DefaultValue("0") int from) {
    return desk.entries(name, begins, Math.max(0, from), caller.may(Right.SEE_PAYMENT_KEYS));
  }

  /** Adds entries. */
  @POST
  @Path("/{name}/entries")
  @Consumes("text/csv")
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.WRITE_RULES)
  @Operation(
      summary = "Add entries to a value list from CSV: value, and if wanted expiry and note",
      description =
          "All rows are written, or none if one is wrong: then 400 names each by its line. An entry"
              + " that is there already gets the expiry and note of the file.")
  public ListImport add(@PathParam("name") String name, String text) {
    if (text.length() > LARGEST) {
      throw InvalidInputException.of(
          "", "has more than %d signs; send it in parts".formatted(LARGEST));
    }
    ListImport done = desk.add(name, text, caller.name());
    if (done.wrong() > 0) {
      throw new InvalidInputException(
          done.faults().stream()
              .map(
                  fault ->
                      new FieldError(
                          "/%d/%d".formatted(fault.line(), fault.column()),
                          "%s: %s".formatted(fault.fault(), fault.text())))
              .toList());
    }
    return done;
  }

  /** Removes an entry. */
  @DELETE
  @Path("/{name}/entries/{key}")
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.WRITE_RULES)
  @Operation(summary = "Remove an entry of a value list, by its key")
  public Response removeEntry(@PathParam("name") String name, @PathParam("key") String key) {
    desk.removeEntry(name, key, caller.name());
    return Response.noContent().build();
  }
}
