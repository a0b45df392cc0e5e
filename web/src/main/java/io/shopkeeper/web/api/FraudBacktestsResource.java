package io.shopkeeper.web.api;

import io.shopkeeper.fraud.boundary.BacktestHit;
import io.shopkeeper.fraud.boundary.BacktestOrder;
import io.shopkeeper.fraud.boundary.BacktestView;
import io.shopkeeper.fraud.boundary.Backtests;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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

/** What rules and thresholds would have done in the past. */
@Path("/fraud/backtests")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Fraud")
@ApplicationScoped
public class FraudBacktestsResource {

  private static final int MOST = 1000;

  @Inject private Backtests backtests;
  @Inject private CurrentCaller caller;

  /** Begins one. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.WRITE_RULES)
  @Operation(
      summary = "Try a rule, or a threshold of the live model, on the past",
      description =
          "Give a condition in the language of rules or a threshold in percent, the outcome that it"
              + " asks for, and if wanted days (90 days up to today otherwise). jobId is the job that"
              + " works it out; report is there when it has succeeded.")
  public Response start(BacktestOrder order, @BeanParam Language language) {
    return Response.accepted(backtests.start(order, caller.name(), language.locale())).build();
  }

  /** One. */
  @GET
  @Path("/{id}")
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.LOOK)
  @Operation(summary = "A backtest with its report, once that is worked out")
  public BacktestView one(@PathParam("id") long id) {
    return backtests
        .find(id)
        .orElseThrow(() -> new NotFoundException("backtest", Long.toString(id)));
  }

  /** Its hits. */
  @GET
  @Path("/{id}/hits")
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.SEE_CUSTOMERS)
  @Operation(
      summary = "The payments that it would have held, up to 1,000 at once in the order of time")
  public List<BacktestHit> hits(
      @PathParam("id") long id,
      @QueryParam("after") @DefaultValue("0") int after,
      @QueryParam("n") @DefaultValue("100") int n) {
    return backtests.hits(id, Math.max(0, after), Math.clamp(n, 1, MOST));
  }
}
