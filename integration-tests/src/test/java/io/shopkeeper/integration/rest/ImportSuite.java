package io.shopkeeper.integration.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopkeeper.integration.server.ShopApi;
import io.shopkeeper.integration.server.ShopApi.Answer;
import io.shopkeeper.integration.server.ShopServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files looked at, mapped, imported and undone; the same on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ImportSuite {

  private static final String LINES =
      """
      Receipt;Article;Name;Pieces;When;Price;Customer
      %1$s-1;%1$s-a;Cup;2;1.12.2026 8:26;19,90;7
      %1$s-2;%1$s-b;Mug;-1;1.12.2026 9:00;5,00;8
      %1$s-1;%1$s-b;Mug;1;1.12.2026 8:26;5,00;7
      %1$s-3;%1$s-a;Cup;1;1.12.2026 10:00;19,90;
      %1$s-4;%1$s-a;Cup;20000;2.12.2026 10:00;19,90;9
      """;
  private static final String MAPPING =
      """
      {"format":"shopkeeper-mapping/1","name":"%s","targets":[
       {"kind":"products","merge":true,"fields":{
         "id":{"column":"Article"},"titleEn":{"column":"Name"},
         "price":{"column":"Price","steps":[{"do":"number","decimal":","}]},
         "stock":{"constant":"5"}}},
       {"kind":"orders","where":[{"column":"Customer","test":"present"}],"fields":{
         "id":{"column":"Receipt"},
         "customerId":{"column":"Customer","steps":[{"do":"prefix","text":"c-"}]},
         "status":{"column":"Pieces","steps":[{"do":"sign","negative":"returned","positive":"paid"}]},
         "placedAt":{"column":"When","steps":[{"do":"date","format":"d.M.yyyy H:mm","zone":"Europe/Berlin"}]},
         "lines.productId":{"column":"Article"},
         "lines.quantity":{"column":"Pieces","steps":[{"do":"absolute"}]},
         "lines.unitPrice":{"column":"Price","steps":[{"do":"number","decimal":","}]}}}]}\
      """;

  private ShopApi api;

  @BeforeEach
  void connect(ShopServer shop) {
    api = shop.api();
  }

  @Test
  void aFileIsLookedAtAndFeedsSeveralKinds() {
    JsonNode file = upload("till.csv", LINES.formatted("look"));
    assertThat(file.path("columns")).hasSize(7);
    assertThat(file.path("rows").path(0).path(2).asText()).isEqualTo("Cup");
    assertThat(file.path("encoding").asText()).isEqualTo("UTF-8");
    Map<String, JsonNode> parts = start(file, "{\"mapping\":" + MAPPING.formatted("look") + "}");
    JsonNode products = parts.get("PRODUCTS");
    assertThat(products.path("rowsRead").asInt()).isEqualTo(5);
    assertThat(products.path("records").asInt()).isEqualTo(2);
    JsonNode orders = parts.get("ORDERS");
    assertThat(orders.path("leftOut").asInt()).isEqualTo(1);
    assertThat(orders.path("rowsRead").asInt()).isEqualTo(4);
    assertThat(orders.path("records").asInt()).isEqualTo(2);
    assertThat(orders.path("quarantined").asInt()).isEqualTo(1);
    JsonNode order = api.get("orders/look-1").json();
    assertThat(order.path("lines")).hasSize(2);
    assertThat(order.path("placedAt").asText()).isEqualTo("2026-12-01T07:26:00Z");
    assertThat(api.get("orders/look-2").json().path("status").asText())
        .isEqualToIgnoringCase("returned");
    JsonNode findings = api.get("imports/" + orders.path("id").asLong() + "/findings").json();
    assertThat(findings.toString()).contains("QUARANTINED", "lines.quantity");
    JsonNode aside = api.get("imports/" + orders.path("id").asLong() + "/quarantine").json();
    assertThat(aside).hasSize(1);
    assertThat(aside.path(0).path("raw").asText()).contains("look-4");
  }

  @Test
  void aDryRunStoresNothingAndLeavesTheFile() {
    JsonNode file = upload("till.csv", LINES.formatted("dry"));
    String mapping = MAPPING.formatted("dry");
    Map<String, JsonNode> dry = start(file, "{\"dryRun\":true,\"mapping\":" + mapping + "}");
    assertThat(dry.get("PRODUCTS").path("accepted").asInt()).isEqualTo(5);
    assertThat(api.get("products/dry-a").status()).isEqualTo(404);
    start(file, "{\"mapping\":" + mapping + "}");
    assertThat(api.get("products/dry-a").status()).isEqualTo(200);
    assertThat(api.get("imports/files/" + file.path("id").asText()).status()).isEqualTo(404);
  }

  @Test
  void aFileInChineseNeedsNoMapping() {
    String table = "商品编号,商品名称,价格,库存\nzh-1,陶瓷咖啡杯,39.00,5\nzh-2,实木相框，可挂墙,19.90,7\n";
    JsonNode file = upload("商品.csv", table.getBytes(Charset.forName("GB18030")));
    assertThat(file.path("encoding").asText()).isEqualTo("GB18030");
    assertThat(file.path("kind").asText()).isEqualTo("PRODUCTS");
    start(file, "{\"kind\":\"products\"}");
    assertThat(api.get("products/zh-1").json().path("titleZh").asText()).isEqualTo("陶瓷咖啡杯");
  }

  @Test
  void anUndoneImportLeavesWhatWasThereBefore() {
    importProducts("id,title,price\nundo-old,First,1.00\n");
    long second = importProducts("id,title,price\nundo-old,Second,2.00\nundo-new,New,3.00\n");
    assertThat(api.get("products/undo-new").status()).isEqualTo(200);
    undo(second);
    assertThat(api.get("products/undo-new").status()).isEqualTo(404);
    JsonNode old = api.get("products/undo-old").json();
    assertThat(old.path("titleEn").asText()).isEqualTo("First");
    assertThat(old.path("price").asText()).isEqualTo("1.00");
    assertThat(api.get("imports/" + second).json().path("state").asText())
        .isEqualToIgnoringCase("undone");
    Answer again = api.post("imports/" + second + ":undo", "{}");
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.json().path("detail").asText()).contains("undone already");
  }

  @Test
  void anUndoIsRefusedWhereALaterImportTouchedTheSame() {
    long first = importProducts("id,title,price\nlater-1,First,1.00\n");
    long second = importProducts("id,title,price\nlater-1,Second,2.00\n");
    Answer refused = api.post("imports/" + first + ":undo", "{}");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().path("detail").asText()).contains("Import " + second);
    undo(second);
    undo(first);
    assertThat(api.get("products/later-1").status()).isEqualTo(404);
  }

  @Test
  void whatSomebodyChangedSinceStays() {
    long id = importProducts("id,title,price\nsince-1,Imported,1.00\nsince-2,Imported,1.00\n");
    String changed =
        "{\"id\":\"since-1\",\"titleEn\":\"By hand\",\"categoryPath\":\"A\",\"price\":\"2\","
            + "\"currency\":\"EUR\",\"stock\":1,\"active\":true}";
    assertThat(api.put("products/since-1", changed).status()).isEqualTo(204);
    undo(id);
    assertThat(api.get("products/since-1").json().path("titleEn").asText()).isEqualTo("By hand");
    assertThat(api.get("products/since-2").status()).isEqualTo(404);
  }

  @Test
  void eventsOfAnUndoneImportGoAndOthersStay() {
    String header = "eventId,type,customerId,productId,time\n";
    run("events", header + "undo-e0,view,undo-c,p,2026-11-01T10:00:00Z\n");
    long id =
        run(
            "events",
            header
                + "undo-e0,view,undo-c,p,2026-11-01T10:00:00Z\n"
                + "undo-e1,view,undo-c,p,2026-11-01T10:00:00Z\n");
    undo(id);
    String first =
        "{\"eventId\":\"%s\",\"type\":\"view\",\"customerId\":\"undo-c\","
            + "\"productId\":\"p\",\"channel\":\"web\",\"time\":\"2026-11-01T10:00:00Z\"}";
    assertThat(api.post("events", first.formatted("undo-e0")).json().path("duplicates").asInt())
        .isEqualTo(1);
    assertThat(api.post("events", first.formatted("undo-e1")).json().path("accepted").asInt())
        .isEqualTo(1);
  }

  @Test
  void reviewsPaymentsAndAnswersAreStoredReadAndRemoved() {
    String review = "{\"id\":\"r-1\",\"productId\":\"p-1\",\"text\":\"很好\",\"rating\":4.5}";
    assertThat(api.put("reviews/r-1", review).status()).isEqualTo(204);
    assertThat(api.get("reviews?product=p-1").json().toString()).contains("很好");
    String payment =
        "{\"id\":\"t-1\",\"amount\":\"19.90\",\"currency\":\"EUR\",\"status\":\"captured\","
            + "\"customerId\":\"c-1\",\"time\":\"2026-11-01T10:00:00Z\"}";
    assertThat(api.put("transactions/t-1", payment).status()).isEqualTo(204);
    assertThat(api.get("transactions/t-1").json().path("amount").asText()).isEqualTo("19.90");
    Answer card =
        api.put(
            "transactions/t-1",
            payment.replace(
                "\"customerId\"", "\"cardFingerprint\":\"4111111111111111\",\"customerId\""));
    assertThat(card.status()).isEqualTo(400);
    assertThat(card.pointers()).containsExactly("/cardFingerprint");
    assertThat(api.put("faqs/f-1", "{\"id\":\"f-1\",\"questionEn\":\"Why?\"}").pointers())
        .containsExactly("/answerEn");
    String faq = "{\"id\":\"f-1\",\"questionEn\":\"Why?\",\"answerEn\":\"Because.\"}";
    assertThat(api.put("faqs/f-1", faq).status()).isEqualTo(204);
    for (String path : new String[] {"reviews/r-1", "transactions/t-1", "faqs/f-1"}) {
      assertThat(api.delete(path).status()).isEqualTo(204);
      assertThat(api.get(path).status()).isEqualTo(404);
    }
  }

  @Test
  void theNewKindsAreImported() {
    run("reviews", "product,text,stars\nrev-p,Nice and warm,5\nrev-p,Nice and warm,5\n");
    assertThat(api.get("reviews?product=rev-p").json()).hasSize(1);
    run("transactions", "id,amount,customer,time,isFraud\nimp-t,9.90,c,2026-11-01,1\n");
    assertThat(api.get("transactions/imp-t").json().path("outcome").asText())
        .isEqualToIgnoringCase("fraud");
    run("faq", "id,question,answer\nimp-f,How long?,Two days.\n");
    assertThat(api.get("faqs/imp-f").json().path("answerEn").asText()).isEqualTo("Two days.");
  }

  @Test
  void picturesFindTheirProducts() throws Exception {
    importProducts("id,title,price\npic-1,Cup,1.00\n");
    JsonNode report =
        api.importFile("images", "pictures.zip", zip("pic-1.png", "nobody.png", "notes.txt"))
            .json();
    assertThat(report.path("accepted").asInt()).as(report.toString()).isEqualTo(1);
    assertThat(report.path("quarantined").asInt()).isEqualTo(2);
    String address = api.get("products/pic-1").json().path("imageUrl").asText();
    assertThat(address).startsWith("/media/");
    assertThat(api.get("../.." + address).status()).isEqualTo(200);
  }

  @Test
  void mappingsAreKeptInVersionsAndTakenOut() {
    String mapping = MAPPING.formatted("kept-lines");
    assertThat(api.put("imports/mappings/kept-lines", mapping).json().path("version").asInt())
        .isEqualTo(1);
    assertThat(api.put("imports/mappings/kept-lines", mapping).json().path("version").asInt())
        .isEqualTo(2);
    Answer out = api.get("imports/mappings/kept-lines");
    assertThat(out.json().path("targets")).hasSize(2);
    assertThat(api.put("imports/mappings/kept-lines", out.text()).status()).isEqualTo(200);
    assertThat(api.get("imports/mappings").json().toString())
        .contains("uci-online-retail", "complete-journey", "demo-shop", "kept-lines");
    Answer fault =
        api.put("imports/mappings/kept-lines", mapping.replace("\"absolute\"", "\"explode\""));
    assertThat(fault.status()).isEqualTo(400);
    assertThat(fault.pointers()).containsExactly("/targets/1/fields/lines.quantity/steps/0/do");
    JsonNode file = upload("till.csv", LINES.formatted("kept"));
    assertThat(file.path("mappings").toString()).contains("kept-lines");
    assertThat(api.delete("imports/mappings/kept-lines").status()).isEqualTo(204);
    assertThat(api.delete("imports/mappings/kept-lines").status()).isEqualTo(404);
    assertThat(api.delete("imports/mappings/demo-shop").status()).isEqualTo(409);
  }

  @ParameterizedTest
  @CsvSource({"../../etc/passwd", "/etc/passwd", "a/../../secret.csv"})
  void noFileOutsideTheOperatorsFolderIsRead(String path) {
    assertThat(api.post("imports/files/server?path=" + path, "{}").status()).isEqualTo(404);
  }

  @Test
  void theDataSaysWhatItIsGoodFor() {
    JsonNode models = api.get("imports/readiness").json();
    assertThat(models.findValuesAsText("model"))
        .contains("recommendation", "purchase", "fraud", "sentiment");
    for (JsonNode model : models) {
      boolean ready = true;
      for (JsonNode need : model.path("needs")) {
        ready &= need.path("has").asLong() >= need.path("wants").asLong();
      }
      assertThat(model.path("ready").asBoolean()).as(model.toString()).isEqualTo(ready);
    }
  }

  private JsonNode upload(String name, String content) {
    return upload(name, content.getBytes(StandardCharsets.UTF_8));
  }

  private JsonNode upload(String name, byte[] content) {
    Answer answer =
        api.post(
            "imports/files?fileName=" + java.net.URLEncoder.encode(name, StandardCharsets.UTF_8),
            "application/octet-stream",
            BodyPublishers.ofByteArray(content));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private Map<String, JsonNode> start(JsonNode file, String order) {
    Answer started = api.post("imports/files/" + file.path("id").asText() + ":import", order);
    assertThat(started.status()).as(started.text()).isEqualTo(202);
    JsonNode job = api.awaitJob(started.json().path("jobId").asLong());
    assertThat(job.path("state").asText()).as(job.toString()).isEqualToIgnoringCase("succeeded");
    var parts = new HashMap<String, JsonNode>();
    api.get("imports/" + started.json().path("id").asLong() + "/parts")
        .json()
        .forEach(part -> parts.put(part.path("kind").asText(), part));
    return parts;
  }

  private long importProducts(String table) {
    return run("products", table);
  }

  private long run(String kind, String table) {
    JsonNode report =
        api.importFile(kind, kind + ".csv", table.getBytes(StandardCharsets.UTF_8)).json();
    assertThat(report.path("state").asText()).as(report.toString()).isEqualToIgnoringCase("done");
    assertThat(report.path("quarantined").asInt()).as(report.toString()).isZero();
    return report.path("id").asLong();
  }

  private void undo(long id) {
    Answer started = api.post("imports/" + id + ":undo", "{}");
    assertThat(started.status()).as(started.text()).isEqualTo(202);
    JsonNode job = api.awaitJob(started.json().path("id").asLong());
    assertThat(job.path("state").asText()).as(job.toString()).isEqualToIgnoringCase("succeeded");
  }

  private static byte[] zip(String... names) throws IOException {
    var picture = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB), "png", picture);
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(name.endsWith("png") ? picture.toByteArray() : new byte[] {'n', 'o'});
      }
    }
    return bytes.toByteArray();
  }
}
