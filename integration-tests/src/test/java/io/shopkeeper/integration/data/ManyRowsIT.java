package io.shopkeeper.integration.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopkeeper.integration.server.RunningShop;
import io.shopkeeper.integration.server.ShopServer;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Very many events into a server of the usual memory (768 MB of heap). How many says the system
 * property {@code shopkeeper.rows}, else five million.
 */
@Tag("data")
@ExtendWith(RunningShop.OnH2.class)
class ManyRowsIT {

  private static final String[] TYPES = {"view", "view", "view", "click", "cart", "purchase"};

  @TempDir private Path folder;

  @Test
  void millionsOfEventsAreImportedInBoundedMemory(ShopServer shop) throws Exception {
    int rows = Integer.getInteger("shopkeeper.rows", 5_000_000);
    JsonNode report = new ImportRunner(shop).asKind(file(rows), "events");
    assertThat(report.path("rowsRead").asLong()).isEqualTo(rows);
    assertThat(report.path("accepted").asLong()).isEqualTo(rows);
  }

  private Path file(int rows) throws IOException {
    Path file = folder.resolve("events.csv.gz");
    var random = new Random(7);
    long start = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();
    try (var out =
        new BufferedWriter(
            new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file), 1 << 16),
                StandardCharsets.UTF_8))) {
      out.write("eventId,type,customerId,productId,value,time\n");
      for (int i = 0; i < rows; i++) {
        out.write(
            "many-%d,%s,c-%d,p-%d,,%d\n"
                .formatted(
                    i,
                    TYPES[random.nextInt(TYPES.length)],
                    random.nextInt(200_000),
                    random.nextInt(20_000),
                    start + i));
      }
    }
    return file;
  }
}
