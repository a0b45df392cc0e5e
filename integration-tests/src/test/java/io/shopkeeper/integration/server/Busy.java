package io.shopkeeper.integration.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A shop in which something happens just now. */
public final class Busy {

  private static final List<String> TYPES =
      List.of("view", "view", "view", "click", "cart", "view", "favourite", "purchase");
  private static final List<String> CHANNELS = List.of("web", "web", "mobile", "store");
  private static final int EVENTS = 90;

  private Busy() {}

  /** Lets visitors do something in the last half hour, with products that there are. */
  public static void now(ShopApi api) {
    List<String> products = new ArrayList<>();
    for (JsonNode product : api.get("products?n=20").json().path("items")) {
      products.add(product.path("id").asText());
    }
    Instant now = Clock.systemUTC().instant();
    var batch = new StringBuilder("[");
    for (int i = 0; i < EVENTS; i++) {
      batch.append(
          "%s{\"eventId\":\"busy-%d-%d\",\"type\":\"%s\",\"visitorId\":\"busy-%d\",\"productId\":\"%s\",\"channel\":\"%s\",\"time\":\"%s\"}"
              .formatted(
                  i == 0 ? "" : ",",
                  now.toEpochMilli(),
                  i,
                  TYPES.get(i % TYPES.size()),
                  i % 11,
                  products.get(i * i % products.size()),
                  CHANNELS.get(i % CHANNELS.size()),
                  now.minus(Duration.ofSeconds(1750L * i * i / (EVENTS * EVENTS)))));
    }
    api.post("events", batch.append(']').toString()).good();
  }
}
