package io.shopkeeper.web.api;

import io.shopkeeper.platform.boundary.FieldError;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;

/**
 * An error as the caller sees it (RFC 9457).
 *
 * @param type names the kind of problem
 * @param errors one for each value that is wrong
 * @param traceId finds it in the server's log
 */
public record Problem(
    String type, String title, int status, String detail, List<FieldError> errors, String traceId) {

  /** {@code application/problem+json}. */
  public static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

  /** A problem with a new trace id. */
  public static Problem of(int status, String kind, String title, String detail) {
    return of(status, kind, title, detail, List.of());
  }

  /** A problem with faults and a new trace id. */
  public static Problem of(
      int status, String kind, String title, String detail, List<FieldError> errors) {
    return new Problem(
        "urn:shopkeeper:problem:" + kind,
        title,
        status,
        detail,
        errors,
        UUID.randomUUID().toString());
  }

  /** As an answer. */
  public Response response() {
    return Response.status(status).type(MEDIA_TYPE).entity(this).build();
  }
}
