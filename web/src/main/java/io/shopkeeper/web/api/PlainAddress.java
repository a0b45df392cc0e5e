package io.shopkeeper.web.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/**
 * Refuses addresses with a NUL character: no text of the shop has one, and PostgreSQL takes none.
 */
@Provider
@PreMatching
public class PlainAddress implements ContainerRequestFilter {

  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getUriInfo().getRequestUri().toString().contains("%00")) {
      request.abortWith(
          Problem.of(
                  400,
                  "invalid-input",
                  "Invalid input",
                  "The address contains a NUL character, which no id and no text can have.")
              .response());
    }
  }
}
