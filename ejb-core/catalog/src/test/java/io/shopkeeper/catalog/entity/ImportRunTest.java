package io.shopkeeper.catalog.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.boundary.ImportRequest;
import io.shopkeeper.catalog.clean.JsonColumn;
import io.shopkeeper.catalog.ingest.ChunkCounts;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImportRunTest {

  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  private final ImportRun run =
      new ImportRun(
          new ImportRequest(
              ImportKind.PRODUCTS, "p.csv", Path.of("/tmp/p.csv"), Map.of(), false, "mei"),
          NOW);

  @Test
  void countsAddUp() {
    run.add(new ChunkCounts(5, 5, 4, 1, 1, 1, 1, 2, Map.of("/price is missing", 2L)));
    run.add(new ChunkCounts(3, 3, 2, 2, 0, 0, 0, 1, Map.of("/price is missing", 1L)));
    assertThat(run.rowsRead()).isEqualTo(8);
    assertThat(JsonColumn.readCounts(reasons())).containsEntry("/price is missing", 3L);
  }

  /** Reasons carry names from the file: a wild file must not break the run that reports it. */
  @Test
  void manyLongReasonsFitTheirColumn() {
    for (int chunk = 0; chunk < 20; chunk++) {
      var reasons = new HashMap<String, Long>();
      for (int i = 0; i < 200; i++) {
        reasons.put("/" + "x".repeat(400) + chunk + "-" + i + " is not a field", 1L);
      }
      run.add(new ChunkCounts(200, 200, 0, 0, 0, 0, 0, 200, reasons));
    }
    assertThat(reasons().length()).isLessThanOrEqualTo(20_000);
    assertThat(JsonColumn.readCounts(reasons()).values().stream().mapToLong(Long::longValue).sum())
        .as("every quarantined row has its reason counted")
        .isEqualTo(4000);
  }

  private String reasons() {
    return JsonColumn.write(run.reasonCounts());
  }
}
