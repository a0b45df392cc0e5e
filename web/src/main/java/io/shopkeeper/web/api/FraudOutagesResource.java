package io.shopkeeper.web.api;

import io.shopkeeper.fraud.boundary.OutageDesk;
import io.shopkeeper.fraud.boundary.OutageReport;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was missing when payments were judged. */
@Path("/fraud/outages")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Fraud")
@ApplicationScoped
public class FraudOutagesResource {

  @Inject private OutageDesk desk;

  /** What is missing now, and what was. */
  @GET
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.LOOK)
  @Operation(
      summary = "What was missing when payments were judged, and when",
      description =
          "storage: the database did not answer, decisions were kept in a journal and stored"
              + " afterwards; model and features: late; history: earlier payments were not in memory"
              + " yet. Answers while the database does not: then pastKnown is false. waiting counts"
              + " the decisions that are in the journal now.")
  public OutageReport report() {
    return desk.report();
  }
}
