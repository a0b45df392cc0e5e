package io.shopkeeper.integration.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopkeeper.integration.server.ShopApi;
import io.shopkeeper.integration.server.ShopApi.Answer;
import io.shopkeeper.integration.server.ShopServer;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Good and bad requests; the same on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RestSuite {

  private static final String PRODUCT =
      """
      {"id":"%s","titleEn":"Knife","categoryPath":"Home/Kitchen","price":"19.90",
       "currency":"EUR","stock":3,"attributes":{"steel":"AUS-10"},"active":true}\
      """;
  private static final String EVENT =
      """
      {"eventId":"%s","type":"view","visitorId":"v-1","productId":"p-1","channel":"web",
       "time":"2026-11-01T10:00:00Z"}\
      """;
  private static final ObjectMapper JSON = new ObjectMapper();

  private ShopServer server;
  private ShopApi api;

  @BeforeEach
  void connect(ShopServer shop) {
    server = shop;
    api = shop.api();
  }

  /** Whatever the requests of this suite were: none was a surprise to the server. */
  @AfterAll
  void nothingUnexpectedHappened() {
    assertThat(server.log().lines())
        .filteredOn(line -> line.contains("SHOP-3001") || line.contains("SHOP-0012"))
        .isEmpty();
    assertThat(server.log().lines())
        .as("refused requests give their connections back")
        .filteredOn(line -> line.contains("IJ000315"))
        .isEmpty();
  }

  @Test
  void aProductIsStoredReadListedAndRemoved() {
    assertThat(api.put("products/rest-1", PRODUCT.formatted("rest-1")).status()).isEqualTo(204);
    Answer read = api.get("products/rest-1");
    assertThat(read.status()).isEqualTo(200);
    assertThat(read.json().path("price").asText()).isEqualTo("19.90");
    assertThat(read.json().path("attributes").path("steel").asText()).isEqualTo("AUS-10");
    assertThat(api.get("products?q=rest-1").json().path("items")).hasSize(1);
    assertThat(api.get("products?category=Home&q=rest-1").json().path("items")).hasSize(1);
    assertThat(api.get("products?category=Hom&q=rest-1").json().path("items")).isEmpty();
    assertThat(api.delete("products/rest-1").status()).isEqualTo(204);
    assertProblem(api.get("products/rest-1"), 404);
  }

  @Test
  void customersAndOrdersAreStored() {
    assertThat(api.put("customers/rest-c", "{\"id\":\"rest-c\",\"name\":\"梅\"}").status())
        .isEqualTo(204);
    assertThat(api.get("customers/rest-c").json().path("name").asText()).isEqualTo("梅");
    String order =
        """
        {"id":"rest-o","customerId":"rest-c","status":"paid","placedAt":"2026-11-01T10:00:00Z",
         "currency":"EUR","channel":"web","lines":[{"productId":"p","quantity":2,"unitPrice":"1.50"}]}\
        """;
    assertThat(api.put("orders/rest-o", order).status()).isEqualTo(204);
    assertThat(api.put("orders/rest-o", order.replace("\"quantity\":2", "\"quantity\":3")).status())
        .isEqualTo(204);
    JsonNode orders = api.get("orders?customer=rest-c").json();
    assertThat(orders).hasSize(1);
    assertThat(orders.path(0).path("lines")).hasSize(1);
    assertThat(orders.path(0).path("lines").path(0).path("quantity").asInt()).isEqualTo(3);
  }

  @Test
  void anEventIsStoredOnce() {
    String batch = "[" + EVENT.formatted("rest-e1") + "," + EVENT.formatted("rest-e2") + "]";
    Answer first = api.post("events", batch);
    assertThat(first.status()).isEqualTo(202);
    assertThat(first.json().path("accepted").asInt()).isEqualTo(2);
    Answer again = api.post("events", batch);
    assertThat(again.json().path("accepted").asInt()).isZero();
    assertThat(again.json().path("duplicates").asInt()).isEqualTo(2);
  }

  @Test
  void theSameEventTwiceInOneBatchIsStoredOnce() {
    Answer answer =
        api.post("events", "[" + EVENT.formatted("rest-t") + "," + EVENT.formatted("rest-t") + "]");
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.json().path("accepted").asInt()).isEqualTo(1);
    assertThat(answer.json().path("duplicates").asInt()).isEqualTo(1);
  }

  @Test
  void anEventThatDoesNotFitIsSetAsideAndTheOthersStored() {
    String bad = EVENT.formatted("rest-q2").replace("\"p-1\"", "\"no id!\"");
    Answer answer = api.post("events", "[" + EVENT.formatted("rest-q1") + "," + bad + "]");
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.json().path("accepted").asInt()).isEqualTo(1);
    assertThat(answer.json().path("quarantined").asInt()).isEqualTo(1);
    assertThat(
            answer.json().path("results").path(1).path("errors").path(0).path("pointer").asText())
        .isEqualTo("/productId");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "null",
        "[]",
        "\"text\"",
        "{\"id\":\"bad-1\"} trailing",
        "{\"id\":\"bad-1\",\"id\":\"bad-1\"}",
        "{\"id\":\"bad-1\",\"price\":true}",
        "{\"id\":\"bad-1\",\"stock\":1.5}",
        "{\"id\":\"bad-1\",\"availableFrom\":\"tomorrow\"}",
        "{\"id\":\"bad-1\",\"price\":1e999999999}"
      })
  void jsonThatIsNoProductIsRefused(String body) {
    assertProblem(api.put("products/bad-1", body), 400);
    assertProblem(api.get("products/bad-1"), 404);
  }

  @Test
  void endlessNestingIsRefused() {
    String deep = "{\"attributes\":".repeat(5000) + "1" + "}".repeat(5000);
    assertProblem(api.put("products/deep", deep), 400);
    assertProblem(api.post("events", "[".repeat(100_000)), 400);
  }

  @Test
  void anUnknownFieldIsRefusedByName() {
    Answer answer =
        api.put("products/u-1", PRODUCT.formatted("u-1").replace("\"stock\"", "\"stokc\""));
    assertProblem(answer, 400);
    assertThat(answer.pointers()).containsExactly("/stokc");
    assertProblem(api.get("products/u-1"), 404);
  }

  @ParameterizedTest
  @CsvSource({"titleEn,301", "categoryPath,401", "brand,121", "imageUrl,600", "id,129"})
  void anOverlongFieldIsRefusedByName(String field, int length) throws Exception {
    ObjectNode product = (ObjectNode) JSON.readTree(PRODUCT.formatted("long-1"));
    String id = field.equals("id") ? "x".repeat(length) : "long-1";
    product.put(field, field.equals("imageUrl") ? "/" + "x".repeat(length) : "x".repeat(length));
    Answer answer = api.put("products/" + id, product.toString());
    assertProblem(answer, 400);
    assertThat(answer.pointers()).containsExactly("/" + field);
  }

  @Test
  void theLargestAllowedProductIsStored() throws Exception {
    ObjectNode product = (ObjectNode) JSON.readTree(PRODUCT.formatted("large-1"));
    product.put("titleEn", "\"".repeat(300)).put("titleZh", "刀".repeat(300));
    product.put("descriptionEn", "\n".repeat(4000)).put("brand", "\\".repeat(120));
    ObjectNode attributes = product.putObject("attributes");
    for (int i = 0; i < 50; i++) {
      attributes.put("n".repeat(58) + (i + 10), "\"".repeat(300));
    }
    assertThat(api.put("products/large-1", product.toString()).text()).isEmpty();
    assertThat(api.get("products/large-1").json().path("attributes")).isEqualTo(attributes);
  }

  @Test
  void withoutAKeyOrWithAWrongOneNothingIsTold() {
    String wrong = "sk_AAAAAAAA_" + "A".repeat(43);
    String almost = server.key().substring(0, 54) + (server.key().endsWith("A") ? "B" : "A");
    for (String key : new String[] {null, "", "nonsense", wrong, almost, "'; DROP TABLE api_key"}) {
      ShopApi stranger = api.with(key);
      assertProblem(stranger.get("products"), 401);
      assertProblem(stranger.put("products/k-1", PRODUCT.formatted("k-1")), 401);
      assertProblem(stranger.post("events", EVENT.formatted("k-e")), 401);
    }
    assertProblem(api.get("products/k-1"), 404);
  }

  @Test
  void aBodyOfAHundredMegabytesIsRefusedWithItsLengthToldAndWithout() {
    byte[] part = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
    var told = BodyPublishers.ofByteArrays(java.util.Collections.nCopies(100, part));
    assertRefusedOrCut(() -> api.post("events", "application/json", told));
    var untold = BodyPublishers.ofInputStream(() -> new Endless(100L << 20));
    assertRefusedOrCut(() -> api.post("events", "application/json", untold));
    assertThat(api.get("health").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "products?q=%00",
        "products?q=%ED%A0%80",
        "products?cursor=%00",
        "products?category=%00",
        "products/%00",
        "products/%27%3B%20DROP%20TABLE%20product%3B%20--",
        "products?q=%27%20OR%201%3D1%20--",
        "products?n=999999999999",
        "products?n=x",
        "orders?customer=%00",
        "customers/%00",
        "jobs/x",
        "jobs/99999999999999999999",
        "imports/-1",
        "nothing/here"
      })
  void strangeAddressesAreAnsweredCalmly(String path) {
    Answer answer = api.get(path);
    assertThat(answer.status()).isBetween(200, 499);
    if (answer.status() >= 400) {
      assertProblem(answer, answer.status());
    }
  }

  @Test
  void theWrongMethodAndTheWrongKindOfBodyAreRefused() {
    assertProblem(api.delete("events"), 405);
    assertProblem(api.post("events", "text/xml", BodyPublishers.ofString("<a/>")), 415);
  }

  /** SQL and script in every text field: kept as text where allowed, refused by name elsewhere. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "'; DROP TABLE product; --",
        "<script>alert(1)</script>",
        "${7*7}#{7*7}{{7*7}}",
        "=cmd|' /C calc'!A0",
        "../../etc/passwd",
        "%s%n%x",
        "\\u0000",
        "\\ud800"
      })
  void attacksInEveryTextFieldAreTextOrRefused(String attack) throws Exception {
    for (String field :
        List.of(
            "titleEn",
            "titleZh",
            "descriptionEn",
            "descriptionZh",
            "categoryPath",
            "brand",
            "currency",
            "imageUrl")) {
      String body =
          PRODUCT
              .formatted("attack-1")
              .replaceFirst("\"" + field + "\":\"[^\"]*\",?", "")
              .replaceFirst(
                  "\\{", Matcher.quoteReplacement("{\"" + field + "\":\"" + attack + "\","));
      Answer answer = api.put("products/attack-1", body);
      if (answer.status() == 204) {
        String stored = api.get("products/attack-1").json().path(field).asText();
        assertThat(stored).as(field).isEqualTo(JSON.readTree(body).path(field).asText());
        api.delete("products/attack-1");
      } else {
        assertProblem(answer, 400);
        assertThat(answer.pointers()).as(body).contains("/" + field);
        assertProblem(api.get("products/attack-1"), 404);
      }
    }
    for (String field :
        List.of(
            "eventId",
            "type",
            "visitorId",
            "customerId",
            "productId",
            "channel",
            "sessionId",
            "context")) {
      ObjectNode event = (ObjectNode) JSON.readTree(EVENT.formatted("attack-e"));
      event.put(field, JSON.readTree("\"" + attack + "\"").asText());
      Answer answer = api.post("events", event.toString());
      assertThat(answer.status()).as(field).isIn(202, 400);
      assertNoInsides(answer);
    }
  }

  @Test
  void aFileInAnotherEncodingIsReadAsItWasMeant() {
    String table =
        """
        id,title,price
        enc-1,Plain,1
        enc-2,Café,1
        """;
    JsonNode report =
        api.importFile("products", "latin.csv", table.getBytes(StandardCharsets.ISO_8859_1)).json();
    assertThat(report.path("state").asText()).isEqualToIgnoringCase("done");
    assertThat(report.path("encoding").asText()).isEqualTo("windows-1252");
    assertThat(api.get("products/enc-2").json().path("titleEn").asText()).isEqualTo("Café");
  }

  @Test
  void aFileThatIsNoTextStoresNothing() {
    byte[] noise = new byte[5000];
    new java.util.Random(7).nextBytes(noise);
    JsonNode report = api.importFile("products", "noise.csv", noise).json();
    assertThat(report.path("state").asText()).isEqualToIgnoringCase("failed");
    assertThat(report.path("error").asText()).contains("no text");
    assertThat(report.path("accepted").asInt()).isZero();
  }

  @Test
  void aBombStoresNothing() throws Exception {
    byte[] bomb = Bomb.gzip("id,title,price\nbomb-1,Plain,1\n", 200);
    assertThat(bomb).hasSizeLessThan(1_000_000);
    JsonNode report = api.importFile("products", "bomb.csv.gz", bomb).json();
    assertThat(report.path("state").asText()).isEqualToIgnoringCase("failed");
    assertThat(report.path("accepted").asInt()).isZero();
    assertProblem(api.get("products/bomb-1"), 404);
    assertThat(api.get("health").status()).isEqualTo(200);
  }

  @Test
  void everyRowOfAnImportIsAccountedFor() {
    // At the usual price of this shop: others would be flagged once it has products enough.
    String table =
        """
        id,title,price,category
        imp-1,Knife,19.90,Home/Kitchen
        imp-2, Spoon ,19.90,Home/Kitchen
        imp-3,=1+cmd|' /C calc'!A0,19.90,Home/Kitchen
        =cmd|x,Formula,19.90,Home/Kitchen
        imp-5,Fork,"19,90",Home/Kitchen
        imp-6,Short
        imp-7,<script>alert(1)</script>,19.90,Home/Kitchen
        """;
    JsonNode report =
        api.importFile("products", "rows.csv", table.getBytes(StandardCharsets.UTF_8)).json();
    assertThat(report.path("state").asText()).isEqualToIgnoringCase("done");
    assertThat(report.path("rowsRead").asInt()).isEqualTo(7);
    assertThat(report.path("accepted").asInt()).isEqualTo(3);
    assertThat(report.path("repaired").asInt()).isEqualTo(2);
    assertThat(report.path("flagged").asInt()).as(report.toString()).isEqualTo(1);
    assertThat(report.path("quarantined").asInt()).isEqualTo(2);
    JsonNode rows = api.get("imports/" + report.path("id").asLong() + "/quarantine").json();
    assertThat(rows).hasSize(2);
    assertThat(rows.toString()).contains("=cmd|x", "imp-6");
    assertThat(api.get("products/imp-3").json().path("titleEn").asText()).startsWith("=1+cmd");
    assertThat(api.get("products/imp-1").json().path("price").asText()).isEqualTo("19.90");
    assertThat(api.get("products/imp-5").json().path("price").asText()).isEqualTo("19.90");
  }

  @Test
  void aWildFileIsReportedAndBreaksNothing() {
    var lines = new StringBuilder("{\"id\":\"wild-1\",\"title\":\"Knife\",\"price\":1}\n");
    for (int i = 0; i < 600; i++) {
      lines.append("{\"").append("x".repeat(300)).append(i).append("\":1}\n");
    }
    lines.append("{\"").append("y".repeat(40_000)).append("\":1}\n");
    lines.append("{\"id\":\"").append("z".repeat(1_200_000)).append("\"}\n");
    JsonNode report =
        api.importFile(
                "products",
                "w".repeat(290) + ".jsonl",
                lines.toString().getBytes(StandardCharsets.UTF_8))
            .json();
    assertThat(report.path("state").asText()).isEqualToIgnoringCase("done");
    assertThat(report.path("accepted").asInt()).isEqualTo(1);
    assertThat(report.path("quarantined").asInt()).isEqualTo(602);
  }

  @Test
  void aLargeFileIsTaken() {
    var table = new StringBuilder("id,title,price,description\n");
    for (int i = 0; i < 6000; i++) {
      table.append("big-").append(i).append(",Knife,1,").append("d".repeat(2000)).append('\n');
    }
    assertThat(table.length()).isGreaterThan(12_000_000);
    JsonNode report =
        api.importFile("products", "big.csv", table.toString().getBytes(StandardCharsets.UTF_8))
            .json();
    assertThat(report.path("accepted").asInt()).isEqualTo(6000);
  }

  @Test
  void anImportWithAStrangeRequestIsRefused() {
    assertProblem(api.startImport("weapons", "a.csv", new byte[0]), 400);
    assertProblem(api.startImport("products", "", new byte[0]), 400);
    assertProblem(api.startImport("products", "a".repeat(301), new byte[0]), 400);
    String mapping =
        "products&map=" + URLEncoder.encode("a".repeat(30_000), StandardCharsets.UTF_8);
    assertProblem(api.startImport(mapping + ":titleEn", "a.csv", new byte[0]), 400);
  }

  private static void assertRefusedOrCut(java.util.function.Supplier<Answer> request) {
    try {
      assertProblem(request.get(), 413);
    } catch (java.io.UncheckedIOException cut) {
      // The server may hang up while the rest is still being sent: refused all the same.
      assertThat(cut.getCause()).isInstanceOf(java.io.IOException.class);
    }
  }

  private static void assertProblem(Answer answer, int status) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.json().path("title").asText()).isNotBlank();
    assertThat(answer.json().path("detail").asText()).isNotBlank();
    assertThat(answer.json().path("traceId").asText()).isNotBlank();
    assertNoInsides(answer);
  }

  private static void assertNoInsides(Answer answer) {
    assertThat(answer.text())
        .doesNotContain(
            "Exception", "\tat ", "io.shopkeeper", "com.fasterxml", "SELECT ", "INSERT ");
  }

  /** So many spaces. */
  private static final class Endless extends InputStream {

    private long left;

    Endless(long length) {
      left = length;
    }

    @Override
    public int read() {
      return left-- > 0 ? ' ' : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      if (left <= 0) {
        return -1;
      }
      int n = (int) Math.min(left, length);
      java.util.Arrays.fill(buffer, offset, offset + n, (byte) ' ');
      left -= n;
      return n;
    }
  }
}
