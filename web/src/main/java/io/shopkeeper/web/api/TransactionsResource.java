package io.shopkeeper.web.api;

import io.shopkeeper.catalog.boundary.TransactionData;
import io.shopkeeper.catalog.boundary.TransactionOutcome;
import io.shopkeeper.catalog.boundary.Transactions;
import io.shopkeeper.fraud.boundary.Masked;
import io.shopkeeper.fraud.boundary.PaymentDesk;
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
import jakarta.ws.rs.POST;
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

/** Payments. */
@Path("/transactions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Shop data")
@ApplicationScoped
public class TransactionsResource {

  @Inject private Transactions transactions;
  @Inject private PaymentDesk desk;
  @Inject private CurrentCaller caller;

  /**
   * What a payment turned out to be.
   *
   * @param outcome {@code fraud}, {@code cleared} or {@code chargeback}
   */
  public record TurnedOut(TransactionOutcome outcome) {}

  /** Says what one turned out to be. */
  @POST
  @Path("/{id}/outcome")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.SCORE)
  @RequiresRight(Right.JUDGE_PAYMENTS)
  @Operation(
      summary = "Say what a transaction turned out to be: fraud, cleared or chargeback",
      description =
          "Stronger than the outcome that was delivered with the transaction; the next training of"
              + " the model fraud learns it. Recorded in the audit log.")
  public Response turnedOut(@PathParam("id") String id, TurnedOut said) {
    desk.mark(List.of(id), said.outcome(), caller.name());
    return Response.noContent().build();
  }

  /** One of them. */
  @GET
  @Path("/{id}")
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.SEE_CUSTOMERS)
  @Operation(summary = "One transaction")
  public TransactionData find(@PathParam("id") String id) {
    return transactions
        .find(id)
        .map(this::seen)
        .orElseThrow(() -> new NotFoundException("transaction", id));
  }

  /** Stores one. */
  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.INGEST)
  @RequiresRight(Right.IMPORT_DATA)
  @Operation(summary = "Store a transaction, new or in place of the one with this id")
  public Response put(@PathParam("id") String id, TransactionData transaction) {
    if (!id.equals(transaction.id())) {
      throw InvalidInputException.of("/id", "must be the id of the address: " + id);
    }
    transactions.put(transaction);
    return Response.noContent().build();
  }

  /** Removes one. */
  @DELETE
  @Path("/{id}")
  @RequiresScope(Scope.INGEST)
  @RequiresRight(Right.IMPORT_DATA)
  @Operation(summary = "Remove a transaction")
  public Response delete(@PathParam("id") String id) {
    if (!transactions.delete(id)) {
      throw new NotFoundException("transaction", id);
    }
    return Response.noContent().build();
  }

  /** Those of one customer. */
  @GET
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.SEE_CUSTOMERS)
  @Operation(summary = "The last transactions of a customer, newest first")
  public List<TransactionData> list(
      @QueryParam("customer") String customer, @QueryParam("n") @DefaultValue("50") int n) {
    if (customer == null || customer.isBlank()) {
      throw InvalidInputException.of("customer", "is missing");
    }
    return transactions.ofCustomer(customer, n).stream().map(this::seen).toList();
  }

  private TransactionData seen(TransactionData data) {
    if (caller.may(Right.SEE_PAYMENT_KEYS)) {
      return data;
    }
    return new TransactionData(
        data.id(),
        data.orderId(),
        data.customerId(),
        data.amount(),
        data.currency(),
        data.method(),
        Masked.key(data.cardFingerprint()),
        Masked.key(data.device()),
        Masked.key(data.ip()),
        data.country(),
        data.status(),
        data.outcome(),
        data.time());
  }
}
