package io.shopkeeper.catalog.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopkeeper.catalog.boundary.BehaviourEvent;

/** An event as the JSON object in which it would be sent. */
public final class EventJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private EventJson() {}

  public static String write(BehaviourEvent event) {
    ObjectNode node = JSON.createObjectNode();
    node.put("eventId", event.eventId());
    node.put("type", event.type() == null ? null : event.type().code());
    node.put("customerId", event.customerId());
    node.put("visitorId", event.visitorId());
    node.put("productId", event.productId());
    node.put("value", event.value());
    node.put("channel", event.channel());
    node.put("sessionId", event.sessionId());
    node.put("context", event.context());
    node.put("time", event.time() == null ? null : event.time().toString());
    return node.toString();
  }
}
