package io.shopkeeper.web.api;

import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.ModelBundles;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Scope;
import io.shopkeeper.platform.boundary.TrustedShop;
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
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** By which key this shop signs its models, and whose models it takes. */
@Path("/model-trust")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Models")
@ApplicationScoped
public class ModelTrustResource {

  @Inject private ModelBundles bundles;
  @Inject private CurrentCaller caller;

  /**
   * Who is trusted.
   *
   * @param own the public key of this shop
   */
  public record Trust(TrustedShop own, List<TrustedShop> trusted) {}

  /** A shop to trust. */
  public record NewShop(String name, String publicKey) {}

  /** Who is trusted. */
  @GET
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.MANAGE_MODEL_TRUST)
  @Operation(summary = "This shop's public key, and the shops whose models it takes")
  public Trust all() {
    return new Trust(bundles.own(), bundles.trusted());
  }

  /** Trusts a shop. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.MANAGE_MODEL_TRUST)
  @Operation(summary = "Take models that another shop signs")
  public Response trust(NewShop shop) {
    if (shop == null) {
      throw InvalidInputException.of("", "a shop is missing");
    }
    TrustedShop trusted = bundles.trust(shop.name(), shop.publicKey(), caller.name());
    return Response.created(URI.create("model-trust/" + trusted.fingerprint()))
        .entity(trusted)
        .build();
  }

  /** Trusts it no longer. */
  @DELETE
  @Path("/{fingerprint}")
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.MANAGE_MODEL_TRUST)
  @Operation(summary = "Take no models of a shop any longer")
  public void distrust(@PathParam("fingerprint") String fingerprint) {
    bundles.distrust(fingerprint, caller.name());
  }
}
