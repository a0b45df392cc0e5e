package io.shopkeeper.integration.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.boundary.cleaning.StepData;
import io.shopkeeper.catalog.boundary.cleaning.StepType;
import io.shopkeeper.catalog.clean.CleanedRow;
import io.shopkeeper.catalog.clean.RowNote;
import io.shopkeeper.catalog.clean.step.Pipeline;
import io.shopkeeper.catalog.clean.step.ShopKnowledge;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The cleaning steps over all lines of UCI Online Retail, and the same counts worked out once more
 * by plain loops that know nothing of the pipeline. Skipped, and it says so, where the data are not
 * there.
 */
@Tag("data")
class OnlineRetailCleaningIT {

  private static final List<String> ODD = List.of("POST", "D", "M", "DOT", "BANK CHARGES", "CRUK");

  @Test
  void everyRulesCountIsTheOneWorkedOutIndependently() {
    Path file = RealData.require("uci-online-retail/online-retail.csv.gz");
    Map<String, Long> expected = recompute(file);
    assertThat(expected)
        .as("the figures that the data set's own description gives")
        .containsEntry("rows", 541_909L)
        .containsEntry("missing.flagged customerId", 135_080L)
        .containsEntry("range.outside quantity", 10_624L)
        .containsEntry("rule.flag unitPrice", 2_515L)
        .containsEntry("range.outside unitPrice", 2L)
        .containsEntry("duplicate.same id", 5_268L);
    assertThat(clean(file)).isEqualTo(expected);
  }

  /** By the pipeline, in two passes. */
  private static Map<String, Long> clean(Path file) {
    Pipeline pipeline = Pipeline.of(ImportKind.ORDERS, steps(), ShopKnowledge.none());
    read(file, line -> pipeline.observe(fields(line)));
    Map<String, Long> counts = new TreeMap<>();
    read(
        file,
        line -> {
          CleanedRow row = pipeline.clean(fields(line));
          count(counts, "rows");
          String outcome =
              !row.faults().isEmpty()
                  ? "quarantined"
                  : row.repairs().isEmpty() ? "accepted" : "repaired";
          count(counts, outcome);
          if (!row.doubts().isEmpty() && row.faults().isEmpty()) {
            count(counts, "flagged");
          }
          row.repairs().forEach(note -> count(counts, name(note)));
          row.doubts().forEach(note -> count(counts, name(note)));
          row.faults().forEach(note -> count(counts, name(note)));
        });
    return counts;
  }

  private static List<StepData> steps() {
    return List.of(
        step(StepType.CHARACTERS, "blanks", "true", "empties", ""),
        step(StepType.NUMBER),
        step(StepType.TIME, "zone", "Europe/London"),
        step(StepType.MISSING, "field", "customerId", "action", "FLAG"),
        step(
            StepType.RULE,
            "field",
            "productId",
            "test",
            "ONE_OF",
            "value",
            String.join(", ", ODD),
            "then",
            "FLAG"),
        step(StepType.RULE, "field", "unitPrice", "test", "EQUALS", "value", "0.0", "then", "FLAG"),
        step(StepType.DUPLICATE, "key", "id, productId", "different", "ACCEPT"),
        step(StepType.RANGE, "field", "quantity", "low", "0", "action", "FLAG"),
        step(StepType.RANGE, "field", "unitPrice", "low", "0"));
  }

  private static StepData step(StepType type, String... options) {
    var map = new HashMap<String, String>();
    for (int i = 0; i < options.length; i += 2) {
      map.put(options[i], options[i + 1]);
    }
    return new StepData(type, true, map);
  }

  private static Map<String, String> fields(CSVRecord line) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("id", line.get("InvoiceNo"));
    fields.put("productId", line.get("StockCode"));
    fields.put("title", line.get("Description"));
    fields.put("quantity", line.get("Quantity"));
    fields.put("placedAt", line.get("InvoiceDate"));
    fields.put("unitPrice", line.get("UnitPrice"));
    fields.put("customerId", line.get("CustomerID"));
    fields.put("region", line.get("Country"));
    return fields;
  }

  /** By plain loops. */
  private static Map<String, Long> recompute(Path file) {
    Map<String, Long> counts = new TreeMap<>();
    Set<String> lines = new HashSet<>();
    read(
        file,
        line -> {
          count(counts, "rows");
          boolean repaired = false;
          for (String column : List.of("InvoiceNo", "StockCode", "Description", "Country")) {
            String text = line.get(column);
            String mended = text.strip().replaceAll(" {2,}", " ");
            if (!text.equals(mended) && !text.isBlank()) {
              String field =
                  Map.of(
                          "InvoiceNo",
                          "id",
                          "StockCode",
                          "productId",
                          "Description",
                          "title",
                          "Country",
                          "region")
                      .get(column);
              count(counts, "characters.form " + field);
              repaired = true;
            }
          }
          if (!line.get("CustomerID").isEmpty()) {
            count(counts, "number.id customerId");
            repaired = true;
          }
          boolean flagged = false;
          if (line.get("CustomerID").isEmpty()) {
            count(counts, "missing.flagged customerId");
            flagged = true;
          }
          if (ODD.contains(line.get("StockCode"))) {
            count(counts, "rule.flag productId");
            flagged = true;
          }
          if (Double.parseDouble(line.get("UnitPrice")) == 0) {
            count(counts, "rule.flag unitPrice");
            flagged = true;
          }
          if (!lines.add(String.join("\u0001", line.toList()))) {
            count(counts, "duplicate.same id");
            flagged = true;
          }
          if (Integer.parseInt(line.get("Quantity")) < 0) {
            count(counts, "range.outside quantity");
            flagged = true;
          }
          boolean quarantined = Double.parseDouble(line.get("UnitPrice")) < 0;
          if (quarantined) {
            count(counts, "range.outside unitPrice");
          }
          count(counts, quarantined ? "quarantined" : repaired ? "repaired" : "accepted");
          if (flagged && !quarantined) {
            count(counts, "flagged");
          }
        });
    return counts;
  }

  private static String name(RowNote note) {
    return note.rule() + " " + note.field();
  }

  private static void count(Map<String, Long> counts, String name) {
    counts.merge(name, 1L, Long::sum);
  }

  private static void read(Path file, Consumer<CSVRecord> visitor) {
    try (var in = new GZIPInputStream(Files.newInputStream(file));
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      CSVFormat.DEFAULT
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .get()
          .parse(reader)
          .forEach(visitor);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
