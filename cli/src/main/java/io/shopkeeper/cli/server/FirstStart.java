package io.shopkeeper.cli.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.shopkeeper.cli.CommandFailedException;
import io.shopkeeper.cli.importing.ImportClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * The demo shop: made by the generator, imported through the same interface that any shop uses, and
 * trained on. Interrupted anywhere, the next start does it again; the imports are idempotent.
 */
public final class FirstStart {

  private static final List<String> ORDER =
      List.of("products", "customers", "orders", "events", "ratings", "transactions");

  /** The mapping of the demo shop's files, which comes with the product. */
  private static final JsonNode MAPPING = TextNode.valueOf("demo-shop");

  /** What customers and products have pages for; the shop serves without. */
  private static final List<String> IN_BACKGROUND = List.of("customer-value", "demand-forecast");

  private static final String FEATURE_LOG = "settings/recommendation.feature-log";
  private static final String WINDOW = "settings/recommendation.ranking-window";
  private static final Clock CLOCK = Clock.systemUTC();

  private final Installation installation;
  private final DataFolder data;
  private final ApiClient client;
  private final PrintWriter out;

  /** For a server that answers already; says what it does. */
  public FirstStart(Installation installation, DataFolder data, ApiClient client, PrintWriter out) {
    this.installation = installation;
    this.data = data;
    this.client = client;
    this.out = out;
  }

  /**
   * Does it all; returns when the shop recommends and ranks. What customers are worth and what will
   * be sold is learnt in the background.
   */
  public void setUp() {
    Path demo = data.path().resolve("demo");
    say("Making the demo shop ...");
    DemoGenerator.run(installation, demo, data.path().resolve("demo.log"));
    copyPictures(demo.resolve("media"));
    var imports = new ImportClient(client);
    for (String kind : ORDER) {
      Path file = find(demo, kind);
      List<JsonNode> parts =
          imports.importMapped(MAPPING, file, file.getFileName().toString(), false, state -> {});
      say(
          "  %-12s %,7d accepted, %d quarantined"
              .formatted(
                  kind,
                  sum(parts, "accepted") + sum(parts, "repaired"),
                  sum(parts, "quarantined")));
    }
    client.awaitJob(train("fraud").path("id").asLong(), state -> {});
    say("  judged %,d payments".formatted(new FirstPayments(client).judge(find(demo, "payments"))));
    client.put("chat/policy", policy());
    say("Training the models ...");
    JsonNode job = train("recommendation");
    client.awaitJob(job.path("id").asLong(), state -> {});
    IN_BACKGROUND.forEach(this::train);
    rank();
    try {
      Files.writeString(data.readyMarker(), "demo\n");
    } catch (IOException problem) {
      throw new CommandFailedException("Cannot write " + data.readyMarker(), problem);
    }
  }

  private JsonNode train(String model) {
    return client.post("models/" + model + "/train", JsonNodeFactory.instance.objectNode());
  }

  /**
   * Lets first visitors come and the ranking learn from them. All that they are shown is logged,
   * and their purchases count at once; both settings are the usual ones again afterwards.
   */
  private void rank() {
    client.put(FEATURE_LOG, value("60000"));
    client.put(WINDOW, value("0"));
    try {
      say("  first visitors bought %,d products".formatted(new FirstVisits(client, CLOCK).come()));
      client.awaitJob(train("purchase-ranking").path("id").asLong(), state -> {});
    } catch (CommandFailedException unlearnt) {
      say("  purchase-ranking is not trained: " + unlearnt.getMessage());
    } finally {
      client.delete(FEATURE_LOG);
      client.delete(WINDOW);
    }
  }

  private static JsonNode value(String value) {
    return JsonNodeFactory.instance.objectNode().put("value", value);
  }

  private static long sum(List<JsonNode> parts, String count) {
    return parts.stream().mapToLong(part -> part.path(count).asLong()).sum();
  }

  /** What the demo shop lets its chat say. */
  private static JsonNode policy() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("returnDays", 30)
        .put(
            "returnStepsEn",
            "pack the goods with a note of the order number and hand them in at any parcel shop"
                + " with the label from your order confirmation. The demo shop pays the way back"
                + " and refunds you within five days.")
        .put("returnStepsZh", "把商品和写有订单号的字条一起包好，贴上订单确认邮件里的退货标签，交到任意快递点。运费由演示店铺承担，五天内退款。")
        .put("contactEn", "help@demo.example, on weekdays from 9 to 17 o'clock.")
        .put("contactZh", "help@demo.example，工作日 9 点至 17 点。");
  }

  private void copyPictures(Path pictures) {
    if (!Files.isDirectory(pictures)) {
      return;
    }
    try (var files = Files.list(pictures)) {
      Files.createDirectories(data.media());
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(
            file,
            data.media().resolve(file.getFileName().toString()),
            java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException problem) {
      throw new CommandFailedException("Cannot copy the product pictures", problem);
    }
  }

  private static Path find(Path demo, String name) {
    try (var files = Files.newDirectoryStream(demo, name + ".{csv,jsonl}")) {
      for (Path file : files) {
        return file;
      }
    } catch (IOException problem) {
      throw new CommandFailedException("Cannot read " + demo, problem);
    }
    throw new CommandFailedException("The demo generator made no " + name + " in " + demo);
  }

  private void say(String line) {
    out.println(line);
    out.flush();
  }
}
