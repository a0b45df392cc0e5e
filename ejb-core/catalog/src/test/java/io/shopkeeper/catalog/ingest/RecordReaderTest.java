package io.shopkeeper.catalog.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopkeeper.catalog.boundary.BehaviourEvent;
import io.shopkeeper.catalog.boundary.EventType;
import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.boundary.OrderData;
import io.shopkeeper.catalog.boundary.ProductData;
import io.shopkeeper.catalog.clean.CleanedRow;
import io.shopkeeper.catalog.clean.RowCleaner;
import io.shopkeeper.catalog.clean.RowNote;
import io.shopkeeper.platform.boundary.FieldError;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RecordReaderTest {

  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void aProductGetsItsDefaults() throws Exception {
    var product =
        (ProductData)
            read(ImportKind.PRODUCTS, "{\"id\":\"p1\",\"title\":\"Knife\",\"price\":\"9.5\"}")
                .record();
    assertThat(product.categoryPath()).isEqualTo("Other");
    assertThat(product.currency()).isEqualTo("EUR");
    assertThat(product.price()).isEqualByComparingTo("9.5");
    assertThat(product.active()).isTrue();
  }

  @Test
  void aRatingSentAgainHasTheSameId() throws Exception {
    String row = "{\"user\":\"u\",\"item\":\"i\",\"rating\":4,\"timestamp\":881250949}";
    assertThat(event(row).eventId()).isEqualTo(event(row).eventId());
    assertThat(event(row).type()).isEqualTo(EventType.RATING);
    assertThat(event(row).value()).isEqualTo(4);
  }

  /** Cutting a long id would make one event of two. */
  @Test
  void ratingsOfLongIdsStayApart() throws Exception {
    String row =
        "{\"user\":\"" + "u".repeat(100) + "\",\"item\":\"%s\",\"rating\":4,\"timestamp\":%d}";
    String item = "i".repeat(100);
    String id = event(row.formatted(item, 881250949)).eventId();
    assertThat(id).hasSizeLessThanOrEqualTo(128);
    assertThat(event(row.formatted(item, 881250949)).eventId()).isEqualTo(id);
    assertThat(event(row.formatted(item, 881250950)).eventId()).isNotEqualTo(id);
    assertThat(event(row.formatted("j".repeat(100), 881250949)).eventId()).isNotEqualTo(id);
  }

  @Test
  void anOrderReadsItsLines() throws Exception {
    var order =
        (OrderData)
            read(
                    ImportKind.ORDERS,
                    "{\"id\":\"o1\",\"customer\":\"c1\",\"time\":\"2026-11-01\",\"lines\":"
                        + "\"[{\\\"productId\\\":\\\"p1\\\",\\\"quantity\\\":\\\"2\\\",\\\"unitPrice\\\":1.5}]\"}")
                .record();
    assertThat(order.lines()).hasSize(1);
    assertThat(order.lines().getFirst().quantity()).isEqualTo(2);
  }

  /** A quantity that cannot be read must not silently become one. */
  @Test
  void strangeQuantitiesAreErrors() throws Exception {
    for (String quantity : new String[] {"\"two\"", "1.5", "\"\"", "null", "99999999999", "[1]"}) {
      RecordReader.Result result =
          read(
              ImportKind.ORDERS,
              "{\"id\":\"o1\",\"customer\":\"c1\",\"time\":\"2026-11-01\",\"lines\":"
                  + "[{\"productId\":\"p1\",\"quantity\":"
                  + quantity
                  + ",\"unitPrice\":1.5}]}");
      assertThat(result.errors())
          .as(quantity)
          .extracting(FieldError::pointer)
          .containsExactly("/lines/0/quantity");
    }
  }

  @Test
  void anUnknownFieldIsAnErrorInJsonAndPassedOverInTables() throws Exception {
    var row = row("{\"id\":\"p1\",\"title\":\"Knife\",\"price\":\"9.5\",\"colour\":\"red\"}");
    assertThat(read(ImportKind.PRODUCTS, row, CleanedRow::untouched, true).errors())
        .extracting(FieldError::pointer)
        .containsExactly("/colour");
    assertThat(read(ImportKind.PRODUCTS, row, CleanedRow::untouched, false).errors()).isEmpty();
  }

  @Test
  void anObjectIsNoText() throws Exception {
    RecordReader.Result result =
        read(ImportKind.PRODUCTS, "{\"id\":\"p1\",\"title\":{\"a\":1},\"price\":\"1\"}");
    assertThat(result.errors()).extracting(FieldError::message).contains("must be a text");
  }

  @Test
  void theCleanerMendsDoubtsAndRefuses() throws Exception {
    var row = row("{\"id\":\"p1\",\"title\":\"Knife\",\"price\":\"1\"}");
    var note = new RowNote("test", "titleEn", "says so");
    RowCleaner mends =
        fields -> {
          var mended = new LinkedHashMap<>(fields);
          mended.put("titleEn", "Fork");
          return new CleanedRow(mended, List.of(note), List.of(note), List.of());
        };
    RecordReader.Result result = read(ImportKind.PRODUCTS, row, mends, true);
    assertThat(((ProductData) result.record()).titleEn()).isEqualTo("Fork");
    assertThat(result.repairs()).containsExactly(note);
    assertThat(result.doubts()).containsExactly(note);
    RowCleaner refuses = fields -> new CleanedRow(fields, List.of(), List.of(), List.of(note));
    assertThat(read(ImportKind.PRODUCTS, row, refuses, true))
        .satisfies(refused -> assertThat(refused.record()).isNull())
        .satisfies(
            refused ->
                assertThat(refused.errors())
                    .containsExactly(new FieldError("/titleEn", "says so")));
  }

  @Test
  void aRowWithAFaultBecomesNoRecord() {
    var row = new RowSource.Row(1, JSON.createObjectNode(), "{}", Optional.of("is not JSON"));
    RecordReader.Result result = read(ImportKind.PRODUCTS, row, CleanedRow::untouched, true);
    assertThat(result.record()).isNull();
    assertThat(result.errors()).hasSize(1);
  }

  /** Whatever the cells hold: a record that can be stored, or errors, never an exception. */
  @Property
  void anyRowIsARecordOrErrors(@ForAll ImportKind kind, @ForAll Map<String, String> strange) {
    ObjectNode values = JSON.createObjectNode();
    var texts = strange.values().iterator();
    for (String field : FieldNames.of(kind)) {
      values.put(field, texts.hasNext() ? texts.next() : "1");
    }
    var row = new RowSource.Row(1, values, values.toString(), Optional.empty());
    RecordReader.Result result = read(kind, row, CleanedRow::untouched, true);
    assertThat(result.record() == null).isEqualTo(!result.errors().isEmpty());
  }

  private static BehaviourEvent event(String json) throws JsonProcessingException {
    return (BehaviourEvent) read(ImportKind.RATINGS, json).record();
  }

  private static RecordReader.Result read(ImportKind kind, String json)
      throws JsonProcessingException {
    return read(kind, row(json), CleanedRow::untouched, true);
  }

  private static RecordReader.Result read(
      ImportKind kind, RowSource.Row row, RowCleaner cleaner, boolean strict) {
    Unit unit = RowUnits.unit(1, row, new NameMapper(kind, Map.of(), strict));
    return new RecordReader(kind, cleaner, NOW).read(unit);
  }

  private static RowSource.Row row(String json) throws JsonProcessingException {
    return new RowSource.Row(1, (ObjectNode) JSON.readTree(json), json, Optional.empty());
  }
}
