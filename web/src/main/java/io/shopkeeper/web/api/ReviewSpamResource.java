package io.shopkeeper.web.api;

import io.shopkeeper.fraud.boundary.review.JudgedReview;
import io.shopkeeper.fraud.boundary.review.ReviewState;
import io.shopkeeper.fraud.boundary.review.SpamDesk;
import io.shopkeeper.platform.boundary.NotFoundException;
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
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How much a review looks like spam. */
@Path("/reviews/{id}/spam")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Fraud")
@ApplicationScoped
public class ReviewSpamResource {

  @Inject private SpamDesk desk;
  @Inject private CurrentCaller caller;

  /**
   * What a review is.
   *
   * @param label {@code spam} or {@code genuine}
   */
  public record Label(ReviewState label) {}

  /** What is thought of it. */
  @GET
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.SEE_CUSTOMERS)
  @Operation(
      summary = "How much a review looks like spam, and why",
      description =
          "Reviews are judged within half a minute after they are stored; until then 404. score is 0"
              + " to 100; state is suspect, unsuspected, or what a person said: spam or genuine.")
  public JudgedReview find(@PathParam("id") String id, @BeanParam Language language) {
    return desk.find(id, language.locale())
        .orElseThrow(() -> new NotFoundException("judged review", id));
  }

  /** Says what it is. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.SCORE)
  @RequiresRight(Right.JUDGE_PAYMENTS)
  @Operation(
      summary = "Say what a review is: spam or genuine",
      description = "Kept as a label, whatever is thought of the review later; in the audit log.")
  public Response mark(@PathParam("id") String id, Label said) {
    desk.mark(List.of(id), said.label(), caller.name());
    return Response.noContent().build();
  }
}
