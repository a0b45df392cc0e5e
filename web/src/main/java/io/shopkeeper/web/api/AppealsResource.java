package io.shopkeeper.web.api;

import io.shopkeeper.fraud.boundary.appeal.AppealAnswer;
import io.shopkeeper.fraud.boundary.appeal.Appeals;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What shoppers say against a payment that was stopped. */
@Path("/transactions/{id}/appeal")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Fraud")
@ApplicationScoped
public class AppealsResource {

  @Inject private Appeals appeals;
  @Inject private CurrentCaller caller;

  /**
   * An appeal.
   *
   * @param text what the shopper says, at most 1,000 characters
   */
  public record Words(String text) {}

  /** Makes one. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.SCORE)
  @RequiresRight(Right.JUDGE_PAYMENTS)
  @Operation(
      summary = "Put a payment that was blocked or held before a person, in the shopper's words",
      description =
          "Opens the payment's case, or opens it again, with a high priority at least; the words"
              + " stand in its journal. Once for a payment and within 30 days of the decision: asked"
              + " again, the state comes back with repeated = true. state is open, accepted, declined,"
              + " or refused where too many came from one customer, card or device. shopperText may be"
              + " shown to the shopper. A payment that was not stopped is answered 409.")
  public AppealAnswer appeal(
      @PathParam("id") String id, Words words, @BeanParam Language language) {
    return appeals.appeal(id, words.text(), caller.name(), language.locale());
  }

  /** What became of one. */
  @GET
  @RequiresScope(Scope.SCORE)
  @RequiresRight(Right.SEE_CUSTOMERS)
  @Operation(summary = "What became of the appeal of a payment")
  public AppealAnswer find(@PathParam("id") String id, @BeanParam Language language) {
    return appeals.find(id, language.locale());
  }
}
