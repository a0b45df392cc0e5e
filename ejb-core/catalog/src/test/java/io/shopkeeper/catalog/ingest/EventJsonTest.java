package io.shopkeeper.catalog.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopkeeper.catalog.boundary.BehaviourEvent;
import io.shopkeeper.catalog.boundary.EventType;
import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.clean.CleanedRow;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventJsonTest {

  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  @Test
  void aQuarantinedEventCanBeReadAgain() throws Exception {
    var event =
        new BehaviourEvent(
            "e-1", EventType.RATING, "c", "v", "p", 4.5, "web", "s", "a \"b\" 名", NOW);
    String json = EventJson.write(event);
    var row =
        new RowSource.Row(
            1, (ObjectNode) new ObjectMapper().readTree(json), json, Optional.empty());
    Unit unit = RowUnits.unit(1, row, new NameMapper(ImportKind.EVENTS, Map.of(), true));
    assertThat(new RecordReader(ImportKind.EVENTS, CleanedRow::untouched, NOW).read(unit).record())
        .isEqualTo(event);
  }

  @Test
  void missingValuesAreWrittenAsNull() {
    var empty = new BehaviourEvent(null, null, null, null, null, null, null, null, null, null);
    assertThat(EventJson.write(empty)).contains("\"type\":null", "\"time\":null");
  }
}
