package io.shopkeeper.web.api;

import io.shopkeeper.fraud.boundary.attempt.AttemptScoring;
import io.shopkeeper.fraud.boundary.attempt.AttemptVerdict;
import io.shopkeeper.fraud.boundary.attempt.SignupQuestion;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether a new account is a person's first. */
@Path("/signups:score")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Fraud")
@ApplicationScoped
public class SignupScoringResource {

  @Inject private AttemptScoring scoring;

  /** One of them. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.SCORE)
  @RequiresRight(Right.JUDGE_PAYMENTS)
  @Operation(
      summary = "Judge a sign-up: allow, challenge, review or block",
      description =
          "id and email must be there; name, address, device, ip, country and formSeconds (from the"
              + " page to its submission) make the judgement better. Counted are sign-ups per device,"
              + " IP address, network, postal address, mailbox, name and e-mail addresses alike, over a"
              + " minute to 30 days; throw-away mailboxes and machine-made addresses are seen. E-mail,"
              + " name and address are kept as fingerprints only. Each id is judged once: asked again,"
              + " the first decision comes back with repeated = true; another sign-up under the same id"
              + " is answered 409. shopperText may be shown to the shopper; reasons may not.")
  public AttemptVerdict score(SignupQuestion question, @BeanParam Language language) {
    return scoring.signup(question, language.locale());
  }
}
