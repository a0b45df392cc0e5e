package io.shopkeeper.web.api;

import io.shopkeeper.fraud.boundary.RuleCheck;
import io.shopkeeper.fraud.boundary.RuleDesk;
import io.shopkeeper.fraud.boundary.RuleLine;
import io.shopkeeper.fraud.boundary.RuleWriting;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Rules against fraud, to read and to check. They are written and published by people. */
@Path("/fraud/rules")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Fraud")
@ApplicationScoped
public class FraudRulesResource {

  @Inject private RuleDesk desk;
  @Inject private RuleWriting writing;

  /**
   * What is to be checked.
   *
   * @param condition in the language of rules
   */
  public record ConditionText(String condition) {}

  /** All. */
  @GET
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.LOOK)
  @Operation(
      summary = "The rules against fraud, with how often they held in 7 days",
      description =
          "Rules are written, published by a second person and switched off in the console, under"
              + " Risk, Rules: a key is no person.")
  public List<RuleLine> all() {
    return desk.list();
  }

  /** Whether a text is a rule. */
  @POST
  @Path("/check")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.LOOK)
  @Operation(summary = "Whether a text is a rule; if not, what is wrong and where")
  public RuleCheck check(ConditionText text, @BeanParam Language language) {
    if (text.condition() == null) {
      throw InvalidInputException.of("/condition", "is missing");
    }
    return writing.check(text.condition(), language.locale());
  }
}
