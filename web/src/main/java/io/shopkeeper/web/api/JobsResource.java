package io.shopkeeper.web.api;

import io.shopkeeper.platform.boundary.CurvePoint;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.JobLogLine;
import io.shopkeeper.platform.boundary.JobOffer;
import io.shopkeeper.platform.boundary.JobOrder;
import io.shopkeeper.platform.boundary.JobQuery;
import io.shopkeeper.platform.boundary.JobState;
import io.shopkeeper.platform.boundary.JobView;
import io.shopkeeper.platform.boundary.Jobs;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Scope;
import io.shopkeeper.platform.boundary.TrialView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Work that takes a while. */
@Path("/jobs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Jobs")
@ApplicationScoped
public class JobsResource {

  @Inject private Jobs jobs;
  @Inject private CurrentCaller caller;

  /**
   * What a shop can do.
   *
   * @param kinds all kinds of jobs
   * @param offers those that can be started by name, with what can be chosen
   */
  public record Kinds(List<String> kinds, List<JobOffer> offers) {}

  /** One job. */
  @GET
  @Path("/{id}")
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.LOOK)
  @Operation(summary = "A job with its phases, the time left and the tail of its log")
  public JobView find(@PathParam("id") long id) {
    return jobs.find(id).orElseThrow(() -> new NotFoundException("job", Long.toString(id)));
  }

  /** The last jobs. */
  @GET
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.LOOK)
  @Operation(
      summary = "Jobs, newest first",
      description = "before=ID gives the page behind that job;")
  public List<JobView> list(
      @QueryParam("kind") String kind,
      @QueryParam("state") String state,
      @QueryParam("schedule") Long schedule,
      @QueryParam("before") Long before,
      @QueryParam("n") @DefaultValue("50") int n) {
    return jobs.list(new JobQuery(kind, state(state), schedule, before, n));
  }

  /** What can be done. */
  @GET
  @Path("/kinds")
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.LOOK)
  @Operation(summary = "The kinds of jobs, and those that can be started by name")
  public Kinds kinds() {
    return new Kinds(jobs.kinds(), jobs.offers());
  }

  /** Starts one. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.RUN_JOBS)
  @Operation(
      summary = "Start a job of a kind that is offered",
      description = "With after=ID it waits until that job has succeeded.")
  public Response start(JobOrder order) {
    if (order == null || order.kind() == null) {
      throw InvalidInputException.of("/kind", "is missing");
    }
    return Response.accepted(jobs.start(order, caller.name())).build();
  }

  /** Its log. */
  @GET
  @Path("/{id}/log")
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.LOOK)
  @Operation(
      summary = "Lines of a job's log, oldest first",
      description = "after=ID gives the lines behind that one: ask again and again to follow.")
  public List<JobLogLine> log(
      @PathParam("id") long id,
      @QueryParam("after") @DefaultValue("0") long after,
      @QueryParam("n") @DefaultValue("500") int n) {
    find(id);
    return jobs.log(id, after, n);
  }

  /** Its trials. */
  @GET
  @Path("/{id}/trials")
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.LOOK)
  @Operation(summary = "The options that a search has tried up to now, in their order")
  public List<TrialView> trials(@PathParam("id") long id) {
    find(id);
    return jobs.trials(id);
  }

  /** Its curves. */
  @GET
  @Path("/{id}/curves")
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.LOOK)
  @Operation(summary = "What a training reported of itself while it ran")
  public List<CurvePoint> curves(@PathParam("id") long id) {
    find(id);
    return jobs.curves(id);
  }

  /** Asks a job to stop. */
  @POST
  @Path("/{id}:cancel")
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.STOP_JOBS)
  @Operation(summary = "Ask a job to stop at its next step")
  public JobView cancel(@PathParam("id") long id) {
    jobs.cancel(id, caller.name());
    return find(id);
  }

  /** Does it once more. */
  @POST
  @Path("/{id}:retry")
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.RUN_JOBS)
  @Operation(summary = "Do a job once more that failed or was stopped; the new one names the first")
  public Response retry(@PathParam("id") long id) {
    return Response.accepted(jobs.retry(id, caller.name())).build();
  }

  /** Does not let it wait. */
  @POST
  @Path("/{id}:hurry")
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.RUN_JOBS)
  @Operation(summary = "Let a job start at once that waits for another try")
  public JobView hurry(@PathParam("id") long id) {
    jobs.hurry(id, caller.name());
    return find(id);
  }

  private static JobState state(String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    return Arrays.stream(JobState.values())
        .filter(state -> state.name().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () ->
                InvalidInputException.of(
                    "state",
                    "must be one of "
                        + String.join(
                            ", ",
                            Arrays.stream(JobState.values())
                                .map(state -> state.name().toLowerCase(Locale.ROOT))
                                .toList())));
  }
}
