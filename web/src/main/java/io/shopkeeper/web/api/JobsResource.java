package io.shopkeeper.web.api;

import io.shopkeeper.platform.boundary.JobView;
import io.shopkeeper.platform.boundary.Jobs;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.platform.boundary.Scope;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Work that takes a while. */
@Path("/jobs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operations")
public class JobsResource {

  @Inject private Jobs jobs;
  @Inject private CurrentCaller caller;

  /** One job. */
  @GET
  @Path("/{id}")
  @RequiresScope(Scope.READ)
  @Operation(summary = "A job with the tail of its log")
  public JobView find(@PathParam("id") long id) {
    return jobs.find(id).orElseThrow(() -> new NotFoundException("job", Long.toString(id)));
  }

  /** The last jobs. */
  @GET
  @RequiresScope(Scope.READ)
  @Operation(summary = "The last jobs, newest first")
  public List<JobView> recent(@QueryParam("n") @DefaultValue("50") int n) {
    return jobs.recent(Math.clamp(n, 1, 500));
  }

  /** Asks a job to stop. */
  @POST
  @Path("/{id}:cancel")
  @RequiresScope(Scope.ADMIN)
  @Operation(summary = "Ask a job to stop at its next step")
  public JobView cancel(@PathParam("id") long id) {
    jobs.cancel(id, caller.name());
    return find(id);
  }
}
