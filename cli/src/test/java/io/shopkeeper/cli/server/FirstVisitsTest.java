package io.shopkeeper.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The first visitors of a shop of two categories, which shows everybody the same ten products. */
class FirstVisitsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-27T08:00:00Z"), ZoneOffset.UTC);

  private final List<JsonNode> events = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  /** Products 0 to 4 are of category a, the others of b; each costs as many as its number. */
  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString();
    var body = new StringBuilder("{\"items\":[");
    if (path.contains("events")) {
      JSON.readTree(exchange.getRequestBody()).forEach(events::add);
    } else {
      asked.add(path);
      for (int i = 0; i < 10; i++) {
        body.append(i == 0 ? "" : ",")
            .append(
                "{\"id\":\"p%d\",\"productId\":\"p%d\",\"categoryPath\":\"%s\",\"price\":\"%d\"}"
                    .formatted(i, i, i < 5 ? "a" : "b", i));
      }
    }
    byte[] bytes = body.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private int come() {
    var shop = URI.create("http://%s:%d".formatted("127.0.0.1", server.getAddress().getPort()));
    return new FirstVisits(new ApiClient(shop, "key"), CLOCK).come();
  }

  @Test
  void eachLooksIsShownAListAndBuysWhatSuitsAndIsNotDear() {
    int bought = come();
    List<JsonNode> purchases =
        events.stream().filter(one -> one.path("type").asText().equals("purchase")).toList();
    assertThat(purchases).hasSize(bought);
    assertThat(bought).as("fifty and more teach").isBetween(150, 400);
    assertThat(events.size() - bought).as("two looks each").isEqualTo(480);
    assertThat(asked.stream().filter(path -> path.contains("recommendations")))
        .hasSize(240)
        .allMatch(
            path -> path.contains("placement=home") && path.contains("visitor=demo-visitor-"));
    Map<String, String> category = new HashMap<>();
    events.stream()
        .filter(one -> one.path("type").asText().equals("view"))
        .forEach(
            one ->
                category.merge(
                    one.path("visitorId").asText(), shelf(one), (first, second) -> first));
    long suiting =
        purchases.stream()
            .filter(one -> shelf(one).equals(category.get(one.path("visitorId").asText())))
            .count();
    assertThat(suiting).isGreaterThan(bought * 9L / 10);
    long cheap = purchases.stream().filter(one -> number(one) % 5 <= 2).count();
    assertThat(cheap).isGreaterThan(bought * 3L / 4);
    assertThat(events).extracting(one -> one.path("eventId").asText()).doesNotHaveDuplicates();
    assertThat(events.getFirst().path("time").asText()).isEqualTo("2026-11-27T08:00:00Z");
  }

  @Test
  void theSameVisitorsComeAgain() {
    come();
    List<JsonNode> first = List.copyOf(events);
    events.clear();
    come();
    assertThat(events).isEqualTo(first);
  }

  private static String shelf(JsonNode event) {
    return number(event) < 5 ? "a" : "b";
  }

  private static int number(JsonNode event) {
    return Integer.parseInt(event.path("productId").asText().substring(1));
  }
}
