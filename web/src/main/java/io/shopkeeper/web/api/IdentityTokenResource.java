package io.shopkeeper.web.api;

import io.shopkeeper.catalog.boundary.person.Subject;
import io.shopkeeper.platform.boundary.IdentityTokens;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lets a shop's server vouch for its signed-in customer. */
@Path("/customers/{id}/identity-token")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Privacy")
@ApplicationScoped
public class IdentityTokenResource {

  private static final long LONGEST_SECONDS = Duration.ofDays(30).toSeconds();
  private static final long USUAL_SECONDS = Duration.ofDays(1).toSeconds();

  @Inject private IdentityTokens tokens;
  @Inject private Clock clock;

  /**
   * For how long.
   *
   * @param validForSeconds from 1 to 2,592,000, which is 30 days; null for a day
   */
  public record Order(Long validForSeconds) {}

  /** What a page sends in the header {@code Shopkeeper-Identity}. */
  public record Token(String token, Instant expiresAt) {}

  /** Makes a token. */
  @POST
  @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
  @RequiresScope(Scope.INGEST)
  @Operation(
      summary = "A token by which a page proves that this customer is signed in",
      description = "For a shop's server only: whoever has the token speaks for the customer.")
  public Token make(@PathParam("id") String id, Order order) {
    Subject.customer(id).check();
    long seconds =
        order == null || order.validForSeconds() == null ? USUAL_SECONDS : order.validForSeconds();
    if (seconds < 1 || seconds > LONGEST_SECONDS) {
      throw InvalidInputException.of(
          "/validForSeconds", "must be from 1 to %d".formatted(LONGEST_SECONDS));
    }
    Duration validFor = Duration.ofSeconds(seconds);
    return new Token(tokens.sign(id, validFor), clock.instant().plus(validFor));
  }
}
