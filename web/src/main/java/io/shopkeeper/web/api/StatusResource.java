package io.shopkeeper.web.api;

import io.shopkeeper.catalog.boundary.BehaviourEvents;
import io.shopkeeper.catalog.boundary.Products;
import io.shopkeeper.platform.boundary.ComputeBackend;
import io.shopkeeper.platform.boundary.ModelRegistry;
import io.shopkeeper.platform.boundary.ModelVersionView;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Scope;
import io.shopkeeper.platform.boundary.SystemHealth;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What computes and which models serve. */
@Path("/status")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operations")
@ApplicationScoped
public class StatusResource {

  @Inject private ModelRegistry registry;
  @Inject private Products products;
  @Inject private BehaviourEvents events;
  @Inject private ComputeBackend compute;

  /** What computes, what serves, and how much the shop holds. */
  public record Status(
      String version, String backend, List<LiveModel> liveModels, long products, long events) {}

  /** A model that serves. */
  public record LiveModel(String name, int version, String algorithm) {}

  /** All of it. */
  @GET
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.LOOK)
  @Operation(summary = "What computes, which models serve, how much the shop holds")
  public Status status() {
    List<LiveModel> models =
        registry.names().stream()
            .flatMap(name -> registry.live(name).stream())
            .map(StatusResource::live)
            .toList();
    return new Status(
        SystemHealth.VERSION, compute.facts().summary(), models, products.count(), events.count());
  }

  private static LiveModel live(ModelVersionView version) {
    return new LiveModel(version.name(), version.version(), version.algorithm());
  }
}
