package io.shopkeeper.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;

/** The description of this interface, made from its code when it is built. */
@Path("/openapi.json")
@ApplicationScoped
public class OpenApiResource {

  private static final String DOCUMENT = "/META-INF/openapi.json";

  /** The document. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Unguarded
  public Response document() throws IOException {
    try (InputStream document = OpenApiResource.class.getResourceAsStream(DOCUMENT)) {
      if (document == null) {
        throw new IOException("the build left out " + DOCUMENT);
      }
      return Response.ok(document.readAllBytes()).build();
    }
  }
}
