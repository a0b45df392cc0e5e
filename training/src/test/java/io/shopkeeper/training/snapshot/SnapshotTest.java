package io.shopkeeper.training.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotTest {

  @TempDir private Path shop;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 32_768, 70_001})
  void comesOutAsItWentIn(int rows) throws IOException {
    Snapshot snapshot = write(rows);
    TableFile table = snapshot.table("events");
    assertThat(table.rows()).isEqualTo(rows);
    assertThat(table.columns()).containsExactly("user", "time", "weight", "product");
    assertThat(table.ints("user")).isEqualTo(IntStream.range(0, rows).map(i -> -i).toArray());
    assertThat(table.longs("time"))
        .isEqualTo(IntStream.range(0, rows).mapToLong(i -> i * 10_000_000_000L).toArray());
    float[] weights = table.floats("weight");
    assertThat(weights).hasSize(rows);
    if (rows > 1) {
      assertThat(weights[1]).isEqualTo(0.5f);
      assertThat(weights[0]).isNaN();
    }
    List<String> products = table.texts("product");
    assertThat(products).hasSize(rows);
    assertThat(products.stream().limit(2)).allMatch(text -> text.startsWith("茶\t"));
    assertThat(snapshot.facts()).containsEntry("hash", "ab\ncd");
  }

  @Test
  void oneThatWasNotFinishedIsNone() throws IOException {
    Path folder = shop.resolve("s");
    try (SnapshotWriter writer = SnapshotWriter.begin(folder)) {
      writer.table("events").ints("user").add(1);
    }
    assertThat(Snapshot.lies(folder)).isFalse();
    assertThat(shop).isEmptyDirectory();
  }

  @Test
  void onlyTheOwnerMayLookIntoIt() throws IOException {
    assertThat(Files.getPosixFilePermissions(write(1).folder()))
        .containsExactlyInAnyOrderElementsOf(PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void aRowThatLacksACellIsAMistake() throws IOException {
    try (SnapshotWriter writer = SnapshotWriter.begin(shop.resolve("s"))) {
      TableWriter table = writer.table("events");
      ColumnWriter user = table.ints("user");
      table.floats("weight");
      user.add(1);
      assertThatThrownBy(table::endRow).hasMessageContaining("row 1 lacks a cell of weight");
      assertThatThrownBy(() -> user.add(1.5f)).hasMessageContaining("column user is of INT");
    }
  }

  @Test
  void aColumnOfAnotherKindIsRefused() throws IOException {
    TableFile table = write(3).table("events");
    assertThatThrownBy(() -> table.longs("user")).hasMessageContaining("no column user of LONG");
    assertThatThrownBy(() -> table.ints("price")).hasMessageContaining("no column price");
  }

  @Test
  void everyFlippedByteAndEveryCutIsFound() throws IOException {
    Path file = write(5).folder().resolve("events.table");
    byte[] sound = Files.readAllBytes(file);
    for (int place = 0; place < sound.length; place++) {
      byte[] damaged = sound.clone();
      damaged[place] ^= 0x55;
      Files.write(file, damaged);
      assertThatThrownBy(() -> readAll(file)).as("byte %d", place).isInstanceOf(IOException.class);
      Files.write(file, Arrays.copyOf(sound, place));
      assertThatThrownBy(() -> readAll(file))
          .as("cut at %d", place)
          .isInstanceOf(IOException.class);
    }
  }

  private static void readAll(Path file) throws IOException {
    TableFile table = TableFile.open(file);
    table.ints("user");
    table.longs("time");
    table.floats("weight");
    table.texts("product");
  }

  private Snapshot write(int rows) throws IOException {
    try (SnapshotWriter writer = SnapshotWriter.begin(shop.resolve("s"))) {
      TableWriter table = writer.table("events");
      ColumnWriter user = table.ints("user");
      ColumnWriter time = table.longs("time");
      ColumnWriter weight = table.floats("weight");
      ColumnWriter product = table.texts("product");
      for (int i = 0; i < rows; i++) {
        user.add(-i);
        time.add(i * 10_000_000_000L);
        weight.add(i == 0 ? Float.NaN : 0.5f * i);
        product.add("茶\t" + i);
        table.endRow();
      }
      writer.fact("hash", "ab\ncd");
      return writer.finish();
    }
  }
}
