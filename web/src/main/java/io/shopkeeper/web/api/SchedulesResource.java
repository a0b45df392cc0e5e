package io.shopkeeper.web.api;

import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.JobView;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.ScheduleOrder;
import io.shopkeeper.platform.boundary.ScheduleView;
import io.shopkeeper.platform.boundary.Schedules;
import io.shopkeeper.platform.boundary.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Jobs that start by the clock. */
@Path("/schedules")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Jobs")
@ApplicationScoped
public class SchedulesResource {

  @Inject private Schedules schedules;
  @Inject private CurrentCaller caller;

  /** All of them. */
  @GET
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.LOOK)
  @Operation(summary = "The schedules with their next five runs")
  public List<ScheduleView> all() {
    return schedules.all();
  }

  /** One of them. */
  @GET
  @Path("/{id}")
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.LOOK)
  @Operation(summary = "A schedule; its ETag is for If-Match")
  public Response find(@PathParam("id") long id) {
    return answer(
        schedules.find(id).orElseThrow(() -> new NotFoundException("schedule", Long.toString(id))));
  }

  /** When it would run. */
  @GET
  @Path("/preview")
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.LOOK)
  @Operation(summary = "The next five runs of a time in a zone, without keeping anything")
  public List<Instant> preview(@QueryParam("cron") String cron, @QueryParam("zone") String zone) {
    return schedules.preview(cron, zone);
  }

  /** Makes one. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.RUN_JOBS)
  @Operation(
      summary = "Make a schedule",
      description =
          "cron has five fields: minute, hour, day of month, month, day of week. Several steps"
              + " wait for each other.")
  public Response create(ScheduleOrder order) {
    ScheduleView made = schedules.create(require(order), caller.name());
    return Response.created(URI.create("schedules/" + made.id()))
        .tag(tag(made))
        .entity(made)
        .build();
  }

  /** Changes one. */
  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.RUN_JOBS)
  @Operation(summary = "Change a schedule; If-Match guards against changes of others")
  public Response edit(
      @PathParam("id") long id, @HeaderParam("If-Match") String match, ScheduleOrder order) {
    return answer(schedules.edit(id, require(order), edition(match), caller.name()));
  }

  /** Deletes one. */
  @DELETE
  @Path("/{id}")
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.RUN_JOBS)
  @Operation(summary = "Delete a schedule; it can be restored for thirty days")
  public void delete(@PathParam("id") long id) {
    schedules.delete(id, caller.name());
  }

  /** Brings one back. */
  @POST
  @Path("/{id}:restore")
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.RUN_JOBS)
  @Operation(summary = "Bring a deleted schedule back")
  public Response restore(@PathParam("id") long id) {
    return answer(schedules.restore(id, caller.name()));
  }

  /** Pauses one. */
  @POST
  @Path("/{id}:pause")
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.RUN_JOBS)
  @Operation(summary = "Pause a schedule")
  public Response pause(@PathParam("id") long id) {
    return answer(schedules.pause(id, true, caller.name()));
  }

  /** Lets one go on. */
  @POST
  @Path("/{id}:resume")
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.RUN_JOBS)
  @Operation(summary = "Let a paused schedule go on")
  public Response resume(@PathParam("id") long id) {
    return answer(schedules.pause(id, false, caller.name()));
  }

  /** Starts its jobs. */
  @POST
  @Path("/{id}:run")
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.RUN_JOBS)
  @Operation(summary = "Start a schedule's jobs now, beside its times")
  public Response run(@PathParam("id") long id) {
    JobView first = schedules.runNow(id, caller.name());
    return Response.accepted(first).build();
  }

  private static ScheduleOrder require(ScheduleOrder order) {
    if (order == null) {
      throw InvalidInputException.of("", "a schedule is missing");
    }
    return order;
  }

  private static Response answer(ScheduleView schedule) {
    return Response.ok(schedule).tag(tag(schedule)).build();
  }

  private static EntityTag tag(ScheduleView schedule) {
    return new EntityTag(Long.toString(schedule.edition()));
  }

  private static Long edition(String match) {
    if (match == null || match.isBlank() || match.strip().equals("*")) {
      return null;
    }
    String number = match.strip().replace("\"", "");
    if (!number.matches("\\d{1,18}")) {
      throw InvalidInputException.of("If-Match", "must be the ETag that was read");
    }
    return Long.valueOf(number);
  }
}
