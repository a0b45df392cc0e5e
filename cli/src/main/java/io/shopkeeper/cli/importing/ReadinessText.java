package io.shopkeeper.cli.importing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Says in words which models the shop's data can feed. */
final class ReadinessText {

  private final PrintWriter out;

  ReadinessText(PrintWriter out) {
    this.out = out;
  }

  void print(JsonNode models) {
    var ready = new ArrayList<String>();
    var wanting = new ArrayList<String>();
    for (JsonNode model : models) {
      String name = words(model.path("model").asText());
      if (model.path("ready").asBoolean()) {
        ready.add(name);
      } else {
        wanting.add(name + ": " + String.join(", ", lacks(model)));
      }
    }
    if (!ready.isEmpty()) {
      out.println("The shop's data can feed: " + String.join(", ", ready));
    }
    if (!wanting.isEmpty()) {
      out.println("Not yet:");
      wanting.forEach(line -> out.println("  " + line));
    }
  }

  private static List<String> lacks(JsonNode model) {
    var lacks = new ArrayList<String>();
    for (JsonNode need : model.path("needs")) {
      if (need.path("has").asLong() < need.path("wants").asLong()) {
        lacks.add(
            "%,d of %,d %s"
                .formatted(
                    need.path("has").asLong(),
                    need.path("wants").asLong(),
                    words(need.path("fact").asText())));
      }
    }
    return lacks;
  }

  /** {@code purchaseEvents} as {@code purchase events}. */
  private static String words(String name) {
    return name.replaceAll("([A-Z])", " $1").toLowerCase(java.util.Locale.ROOT);
  }
}
