package io.shopkeeper.web.api;

import io.shopkeeper.fraud.boundary.attempt.AttemptScoring;
import io.shopkeeper.fraud.boundary.attempt.AttemptVerdict;
import io.shopkeeper.fraud.boundary.attempt.LoginQuestion;
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

/** Whether who signs in is who the account belongs to. */
@Path("/logins:score")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Fraud")
@ApplicationScoped
public class LoginScoringResource {

  @Inject private AttemptScoring scoring;

  /** One of them. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.SCORE)
  @RequiresRight(Right.JUDGE_PAYMENTS)
  @Operation(
      summary = "Judge a sign-in: allow, challenge, review or block",
      description =
          "id, and customerId or email, must be there; give customerId whenever the account is known."
              + " device, ip, country, latitude and longitude, and succeeded (whether the password was"
              + " right) make the judgement better. Passwords are never sent. Counted are attempts,"
              + " wrong passwords, accounts and networks per account, device, IP address and network"
              + " over a minute to 30 days; new device and country, and impossible journeys, are seen."
              + " Each id is judged once: asked again, the first decision comes back with repeated ="
              + " true; another attempt under the same id is answered 409. shopperText may be shown to"
              + " the shopper; reasons may not.")
  public AttemptVerdict score(LoginQuestion question, @BeanParam Language language) {
    return scoring.login(question, language.locale());
  }
}
