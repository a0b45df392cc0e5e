package io.shopkeeper.web.api;

import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.platform.boundary.StorageAway;
import io.shopkeeper.platform.boundary.UnavailableException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Every error as a problem; what nobody foresaw goes to the log, never to the caller. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

  private static final int RETRY_SECONDS = 5;
  private static final System.Logger LOG = System.getLogger(ProblemMapper.class.getName());

  @Override
  public Response toResponse(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      Response known = known(cause);
      if (known != null) {
        return known;
      }
    }
    if (StorageAway.isSaidBy(thrown)) {
      LOG.log(System.Logger.Level.DEBUG, "the database does not answer", thrown);
      return unavailable("The database does not answer. Try again shortly.");
    }
    Problem problem =
        Problem.of(
            500,
            "internal",
            "Internal error",
            "Something went wrong on the server. Tell the operator the traceId.");
    LOG.log(System.Logger.Level.ERROR, "SHOP-3001 unexpected error " + problem.traceId(), thrown);
    return problem.response();
  }

  private static Response known(Throwable cause) {
    return switch (cause) {
      case InvalidInputException invalid ->
          Problem.of(400, "invalid-input", "Invalid input", invalid.getMessage(), invalid.errors())
              .response();
      case NotFoundException missing ->
          Problem.of(404, "not-found", "Not found", missing.getMessage()).response();
      case ConflictException conflict ->
          Problem.of(409, "conflict", "Conflict", conflict.getMessage()).response();
      case UnavailableException later -> unavailable(later.getMessage());
      case BodyTooLargeException tooLarge ->
          Problem.of(413, "too-large", "Body too large", tooLarge.getMessage()).response();
      case WebApplicationException web -> web(web);
      default -> null;
    };
  }

  private static Response unavailable(String detail) {
    return Response.fromResponse(
            Problem.of(503, "unavailable", "Not available now", detail).response())
        .header("Retry-After", RETRY_SECONDS)
        .build();
  }

  private static Response web(WebApplicationException web) {
    if (web.getCause() instanceof BodyTooLargeException tooLarge) {
      return Problem.of(413, "too-large", "Body too large", tooLarge.getMessage()).response();
    }
    Response original = web.getResponse();
    int status = original.getStatus();
    if (status >= 500 || original.getEntity() instanceof Problem) {
      return original.getEntity() instanceof Problem ? original : null;
    }
    String title =
        Response.Status.fromStatusCode(status) == null
            ? "Request refused"
            : Response.Status.fromStatusCode(status).getReasonPhrase();
    String detail =
        switch (status) {
          case 400 -> "A parameter of the request cannot be read.";
          case 404 -> "There is nothing at this address.";
          case 405 -> "This address does not take that method.";
          case 406 -> "The answer is JSON; ask for application/json.";
          case 415 -> "The body must be application/json.";
          default -> title + ".";
        };
    return Problem.of(status, "request", title, detail).response();
  }
}
