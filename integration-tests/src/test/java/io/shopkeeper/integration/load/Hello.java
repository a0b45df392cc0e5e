package io.shopkeeper.integration.load;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Application;

/** The least that the server can do for a request: what others are measured by. */
@Path("hello")
public class Hello {

  /** The path of everything. */
  @ApplicationPath("/")
  public static class Root extends Application {}

  /** A greeting. */
  @GET
  @Produces("application/json")
  public String hello() {
    return "\"hello\"";
  }
}
