package io.shopkeeper.cli.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shopkeeper.catalog.boundary.BehaviourEvent;
import io.shopkeeper.catalog.boundary.EventType;
import io.shopkeeper.catalog.boundary.ProductData;
import io.shopkeeper.catalog.boundary.SoldLine;
import io.shopkeeper.cli.CommandFailedException;
import io.shopkeeper.cli.server.DemoGenerator;
import io.shopkeeper.cli.server.Installation;
import io.shopkeeper.prediction.boundary.ShopGoal;
import io.shopkeeper.prediction.boundary.ShopTable;
import io.shopkeeper.prediction.boundary.ShopTableMaker;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The table that the server would make of the demo shop, without a server: its files are made anew
 * and become facts as their import would make them, and the rows are made by the server's own code.
 */
final class DemoShopTable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final CSVFormat CSV =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).setNullString("").get();
  private static final Set<String> UNDONE = Set.of("cancelled", "returned");

  private final CellTable cells = new CellTable();
  private final String name;
  private final MessageDigest hash = digest();

  private DemoShopTable(String name) {
    this.name = name;
  }

  /**
   * Makes the shop and the table.
   *
   * @param table its {@code until} is the last day of the shop's history, and becomes that of its
   *     newest order
   * @param customers of the shop
   */
  static DemoShopTable make(Installation installation, ShopTable table, int customers) {
    try {
      Path folder = Files.createTempDirectory("shopkeeper-demo");
      try {
        DemoGenerator.run(
            installation,
            folder.resolve("shop"),
            folder.resolve("demo.log"),
            "--until",
            table.until().toString(),
            "--customers",
            Integer.toString(customers));
        return read(folder.resolve("shop"), table);
      } finally {
        remove(folder);
      }
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /**
   * Of the files of a shop.
   *
   * @param folder with {@code products.csv}, {@code orders.jsonl}, {@code events.csv} and {@code
   *     ratings.csv}
   */
  static DemoShopTable read(Path folder, ShopTable table) throws IOException {
    var made = new DemoShopTable("demo shop until " + table.until());
    ShopTableMaker maker = ShopTableMaker.ofEverybody(table.goal(), products(folder));
    csv(folder.resolve("events.csv"), row -> maker.add(event(row)));
    csv(folder.resolve("ratings.csv"), row -> maker.add(rating(row)));
    Instant newest = orders(folder.resolve("orders.jsonl"), maker);
    var whole =
        new ShopTable(
            table.goal(),
            table.days(),
            table.periods(),
            LocalDate.ofInstant(newest, ZoneOffset.UTC));
    maker.forEach(whole, made::add, fraction -> {});
    if (made.cells.rows() == 0) {
      throw new CommandFailedException(
          "The demo shop has no rows so: choose fewer or shorter periods.");
    }
    return made;
  }

  private void add(Map<String, String> row) {
    cells.add(row);
    hash.update(row.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** As a table to learn from. */
  TableData data(ShopGoal goal, int periods, Split split) {
    Set<String> left = new LinkedHashSet<>(Set.of(ShopTableMaker.CUSTOMER));
    if (goal == ShopGoal.BUYS_PRODUCT) {
      left.add(ShopTableMaker.PRODUCT);
    }
    if (periods == 1) {
      left.add(ShopTableMaker.AS_OF);
    }
    boolean yesOrNo = goal != ShopGoal.NEXT_CATEGORY && goal != ShopGoal.SPENDS;
    var roles =
        new TableData.Roles(
            goal.code(),
            yesOrNo ? Optional.of("yes") : Optional.empty(),
            left,
            periods == 1 ? Optional.empty() : Optional.of(ShopTableMaker.AS_OF));
    return TableData.of(
        cells,
        new FileFacts(name, cells.rows(), HexFormat.of().formatHex(hash.digest())),
        split,
        roles);
  }

  private static List<ProductData> products(Path folder) throws IOException {
    List<ProductData> products = new ArrayList<>();
    csv(
        folder.resolve("products.csv"),
        row ->
            products.add(
                new ProductData(
                    row.get("id"),
                    row.get("titleEn"),
                    row.get("titleZh"),
                    null,
                    null,
                    row.get("categoryPath"),
                    row.get("brand"),
                    new BigDecimal(row.get("price")),
                    row.get("currency"),
                    Integer.parseInt(row.get("stock")),
                    Map.of(),
                    null,
                    true,
                    null)));
    return products;
  }

  private static BehaviourEvent event(CSVRecord row) {
    String value = row.get("value");
    return new BehaviourEvent(
        row.get("eventId"),
        EventType.of(row.get("type")),
        row.get("customerId"),
        row.get("visitorId"),
        row.get("productId"),
        value == null ? null : Double.valueOf(value),
        row.get("channel"),
        row.get("sessionId"),
        row.get("context"),
        Instant.parse(row.get("time")));
  }

  private static BehaviourEvent rating(CSVRecord row) {
    Instant time = Instant.parse(row.get("time"));
    return new BehaviourEvent(
        "rating:%s:%s:%d".formatted(row.get("user"), row.get("item"), time.toEpochMilli()),
        EventType.RATING,
        row.get("user"),
        null,
        row.get("item"),
        Double.valueOf(row.get("rating")),
        "web",
        null,
        null,
        time);
  }

  /** When the newest order was. */
  private static Instant orders(Path file, ShopTableMaker maker) throws IOException {
    Instant newest = Instant.EPOCH;
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      for (String text = reader.readLine(); text != null; text = reader.readLine()) {
        JsonNode order = JSON.readTree(text);
        Instant at = Instant.parse(order.path("placedAt").asText());
        newest = at.isAfter(newest) ? at : newest;
        int number = 0;
        for (JsonNode line : order.path("lines")) {
          maker.add(line(order, at, number++, line));
        }
      }
    }
    return newest;
  }

  private static SoldLine line(JsonNode order, Instant at, int number, JsonNode line) {
    return new SoldLine(
        order.path("id").asText(),
        number,
        order.path("customerId").asText(),
        at,
        order.path("currency").asText(),
        order.path("channel").asText(),
        UNDONE.contains(order.path("status").asText()),
        line.path("productId").asText(),
        line.path("quantity").asInt(),
        new BigDecimal(line.path("unitPrice").asText()));
  }

  private interface Taker {
    void take(CSVRecord row);
  }

  private static void csv(Path file, Taker taker) throws IOException {
    try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, CSV)) {
      for (CSVRecord row : parser) {
        taker.take(row);
      }
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> below = Files.walk(folder)) {
      for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
