package io.shopkeeper.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopkeeper.fraud.boundary.FraudScoring;
import io.shopkeeper.fraud.boundary.JudgedRow;
import io.shopkeeper.fraud.boundary.PaymentQuestion;
import io.shopkeeper.fraud.boundary.PaymentVerdict;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether payments are fraud. */
@Path("/transactions:score")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Fraud")
@ApplicationScoped
public class FraudScoringResource {

  @Inject private FraudScoring scoring;

  /**
   * Answers to a batch.
   *
   * @param judged how many payments were
   * @param refused how many were not
   * @param results one for each, in the order of the request
   */
  public record BatchVerdict(long judged, long refused, List<JudgedRow> results) {}

  /** One payment, or an array of up to 1,000. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.SCORE)
  @RequiresRight(Right.JUDGE_PAYMENTS)
  @Operation(
      summary = "Judge a payment: allow, challenge, review or block",
      description =
          "One payment, or an array of up to 1,000 in the order in which they were made, of which each"
              + " has a result at its place (judged, refused, results). Only id, amount and currency"
              + " must be there; cardFingerprint, device, ip, email, shippingAddress, countries and"
              + " customerId make the judgement better. Payment and decision are stored when this"
              + " answers. Each id is judged once: asked again, the first decision comes back with"
              + " repeated = true. score is null while no model is live; then rules alone decide and"
              + " degraded says so. shopperText may be shown to the shopper; reasons and rules may"
              + " not. While the database does not answer, the decision is kept on disk and stored later:"
              + " degraded says storage.")
  @RequestBody(content = @Content(schema = @Schema(implementation = PaymentQuestion.class)))
  @APIResponse(
      responseCode = "200",
      description = "The decision",
      content = @Content(schema = @Schema(implementation = PaymentVerdict.class)))
  public Response score(JsonNode body, @BeanParam Language language) {
    if (!body.isArray()) {
      return Response.ok(scoring.score(read(body, ""), language.locale())).build();
    }
    if (body.isEmpty() || body.size() > FraudScoring.MOST) {
      throw InvalidInputException.of(
          "", "send 1 to %d payments at once".formatted(FraudScoring.MOST));
    }
    List<PaymentQuestion> questions = new ArrayList<>();
    for (int i = 0; i < body.size(); i++) {
      questions.add(read(body.get(i), "/" + i));
    }
    List<JudgedRow> rows = scoring.scoreAll(questions, language.locale());
    long judged = rows.stream().filter(row -> row.verdict() != null).count();
    return Response.ok(new BatchVerdict(judged, rows.size() - judged, rows)).build();
  }

  private static PaymentQuestion read(JsonNode node, String pointer) {
    return JsonBody.read(node, pointer, PaymentQuestion.class, "a payment object");
  }
}
