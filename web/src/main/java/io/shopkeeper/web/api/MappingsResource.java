package io.shopkeeper.web.api;

import io.shopkeeper.catalog.boundary.Mappings;
import io.shopkeeper.catalog.boundary.SavedMapping;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Mappings under their names. */
@Path("/imports/mappings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
@ApplicationScoped
public class MappingsResource {

  @Inject private Mappings mappings;
  @Inject private CurrentCaller caller;

  /**
   * A mapping in the list.
   *
   * @param kinds what it feeds
   * @param builtIn whether it came with the product
   */
  public record Entry(
      String name,
      int version,
      String titleEn,
      String titleZh,
      List<String> kinds,
      boolean builtIn,
      String savedBy,
      Instant savedAt) {

    static Entry of(SavedMapping saved) {
      return new Entry(
          saved.mapping().name(),
          saved.version(),
          saved.mapping().titleEn(),
          saved.mapping().titleZh(),
          saved.mapping().targets().stream().map(target -> target.kind().code()).toList(),
          saved.builtIn(),
          saved.savedBy(),
          saved.savedAt());
    }
  }

  /** All of them. */
  @GET
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.LOOK)
  @Operation(summary = "The newest version of each mapping")
  public List<Entry> all() {
    return mappings.all().stream().map(Entry::of).toList();
  }

  /** One as JSON. */
  @GET
  @Path("/{name}")
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.LOOK)
  @Operation(summary = "A mapping as JSON: what PUT and the command line take")
  public Response find(@PathParam("name") String name) {
    SavedMapping found =
        mappings.find(name).orElseThrow(() -> new NotFoundException("mapping", name));
    return Response.ok(mappings.write(found.mapping())).build();
  }

  /** Keeps one. */
  @PUT
  @Path("/{name}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.IMPORT_DATA)
  @Operation(summary = "Keep a mapping under its name; the version before stays")
  public Entry put(@PathParam("name") String name, com.fasterxml.jackson.databind.JsonNode body) {
    if (!name.equals(body.path("name").asText())) {
      throw InvalidInputException.of("/name", "must be the name of the address: " + name);
    }
    return Entry.of(mappings.save(mappings.read(body.toString()), caller.name()));
  }

  /** Forgets one. */
  @DELETE
  @Path("/{name}")
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.IMPORT_DATA)
  @Operation(summary = "Forget a mapping with all its versions")
  public Response delete(@PathParam("name") String name) {
    mappings.remove(name, caller.name());
    return Response.noContent().build();
  }
}
