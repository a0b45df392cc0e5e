package io.shopkeeper.web.api;

import io.shopkeeper.platform.boundary.FieldError;
import io.shopkeeper.platform.boundary.RequestId;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * An error as the caller sees it (RFC 9457).
 *
 * @param type names the kind of problem
 * @param errors one for each value that is wrong
 * @param traceId the request's name: finds it in the server's log, and stands in {@code
 *     X-Request-Id}
 */
public record Problem(
    String type, String title, int status, String detail, List<FieldError> errors, String traceId) {

  /** {@code application/problem+json}. */
  public static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

  /** A problem of this request. */
  public static Problem of(int status, String kind, String title, String detail) {
    return of(status, kind, title, detail, List.of());
  }

  /** A problem of this request with faults. */
  public static Problem of(
      int status, String kind, String title, String detail, List<FieldError> errors) {
    return new Problem(
        "urn:shopkeeper:problem:" + kind,
        title,
        status,
        detail,
        errors,
        RequestId.current().orElseGet(RequestId::make));
  }

  /** As an answer. */
  public Response response() {
    return Response.status(status).type(MEDIA_TYPE).entity(this).build();
  }
}
