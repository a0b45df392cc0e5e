package io.shopkeeper.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopkeeper.catalog.boundary.BehaviourEvent;
import io.shopkeeper.catalog.boundary.BehaviourEvents;
import io.shopkeeper.platform.boundary.IdentityTokens;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What visitors do. */
@Path("/events")
@Tag(name = "Events")
@ApplicationScoped
public class EventsResource {

  @Inject private BehaviourEvents events;
  @Inject private IdentityTokens tokens;
  @Inject private CurrentCaller caller;

  /**
   * Takes one event or an array of up to 1,000. When this answers 202 they are on disk. A public
   * key may name a customer only with that customer's identity token.
   */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.INGEST)
  @RequiresRight(Right.IMPORT_DATA)
  @PublicKeyAllowed
  @Operation(summary = "Send behaviour events; stored durably and once by eventId")
  public Response accept(JsonNode body, @HeaderParam("Shopkeeper-Identity") String identity) {
    var batch = new ArrayList<BehaviourEvent>();
    if (body.isArray()) {
      if (body.isEmpty() || body.size() > Batch.MOST) {
        throw InvalidInputException.of("", "send 1 to %d events at once".formatted(Batch.MOST));
      }
      for (int i = 0; i < body.size(); i++) {
        batch.add(read(body.get(i), "/" + i));
      }
    } else {
      batch.add(read(body, ""));
    }
    if (caller.isPage()) {
      requireOwn(batch, identity);
    }
    return Response.accepted(Batch.of(events.accept(batch))).build();
  }

  private void requireOwn(List<BehaviourEvent> batch, String identity) {
    Optional<String> customer = identity == null ? Optional.empty() : tokens.verify(identity);
    for (BehaviourEvent event : batch) {
      if (event.customerId() != null && !customer.equals(Optional.of(event.customerId()))) {
        throw InvalidInputException.of(
            "/customerId",
            "a page may name a customer only with that customer's token in Shopkeeper-Identity");
      }
    }
  }

  private static BehaviourEvent read(JsonNode node, String pointer) {
    return JsonBody.read(node, pointer, BehaviourEvent.class, "an event object");
  }
}
