package io.shopkeeper.web.api;

import io.shopkeeper.platform.boundary.ApiKeyView;
import io.shopkeeper.platform.boundary.ApiKeys;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.IssuedKey;
import io.shopkeeper.platform.boundary.KeyKind;
import io.shopkeeper.platform.boundary.KeyOrder;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The keys of this interface, for whoever rotates them by a program. */
@Path("/keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
@ApplicationScoped
public class KeysResource {

  private static final int USUAL_OVERLAP = 7;

  @Inject private ApiKeys keys;
  @Inject private CurrentCaller caller;

  /** A key to make; {@code expiresAt} may be left out. */
  public record Order(
      String name, KeyKind kind, Set<Scope> scopes, Set<String> origins, Instant expiresAt) {}

  /** How to rotate; both may be left out. */
  public record Rotation(Integer overlapDays, Instant expiresAt) {}

  /**
   * A new key.
   *
   * @param text what the caller presents; it is not told again
   */
  public record NewKey(ApiKeyView key, String text) {

    static NewKey of(IssuedKey issued) {
      return new NewKey(issued.key(), issued.secretText());
    }

    /** Leaves the secret out, so that it never reaches a log. */
    @Override
    public String toString() {
      return "NewKey[" + key + "]";
    }
  }

  /** All keys. */
  @GET
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.MANAGE_KEYS)
  @Operation(summary = "The keys without their secrets, newest first")
  public List<ApiKeyView> list() {
    return keys.list();
  }

  /** Makes one. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.MANAGE_KEYS)
  @Operation(summary = "Issue a key; its text is told this once")
  public Response issue(Order order) {
    if (order == null) {
      throw InvalidInputException.of("", "is missing");
    }
    var checked =
        new KeyOrder(
            order.name(),
            order.kind(),
            order.scopes(),
            order.origins() == null ? Set.of() : order.origins(),
            order.expiresAt());
    return Response.status(201).entity(NewKey.of(keys.issue(checked, caller.name()))).build();
  }

  /** Puts a new one in place of an old one. */
  @POST
  @Path("/{id}:rotate")
  @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.MANAGE_KEYS)
  @Operation(
      summary = "A new key in place of this one",
      description = "The old one stays valid for overlapDays, 7 if not given.")
  public NewKey rotate(@PathParam("id") String id, Rotation rotation) {
    int overlap =
        rotation == null || rotation.overlapDays() == null ? USUAL_OVERLAP : rotation.overlapDays();
    Instant expires = rotation == null ? null : rotation.expiresAt();
    return NewKey.of(keys.rotate(id, overlap, expires, caller.name()));
  }

  /** Ends one. */
  @DELETE
  @Path("/{id}")
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.MANAGE_KEYS)
  @Operation(summary = "Revoke a key, at once and for good")
  public Response revoke(@PathParam("id") String id) {
    keys.revoke(id, caller.name());
    return Response.noContent().build();
  }
}
