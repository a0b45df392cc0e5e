package io.shopkeeper.integration.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopkeeper.integration.server.Database;
import io.shopkeeper.integration.store.Schema;
import io.shopkeeper.platform.backup.BackupFile;
import io.shopkeeper.platform.backup.BackupManifest;
import io.shopkeeper.platform.backup.BackupManifest.Table;
import io.shopkeeper.platform.backup.BackupWriter;
import io.shopkeeper.platform.backup.DamagedBackupException;
import io.shopkeeper.platform.backup.DatabaseInUseException;
import io.shopkeeper.platform.backup.DatabaseRestore;
import io.shopkeeper.prediction.dataset.DataSetStore;
import io.shopkeeper.prediction.entity.DataSet;
import io.shopkeeper.prediction.entity.DataSetPiece;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup of one database, restored into the other: the same rows to the last byte. */
class BackupIT {

  private static Database server;

  @TempDir private Path folder;

  @BeforeAll
  static void startPostgres() {
    server = Database.start();
  }

  @AfterAll
  static void stopPostgres() {
    server.close();
  }

  @Test
  void rowsSurviveTheWayFromH2ToPostgresAndBack() throws Exception {
    DataSource first = Memory.database("backup-first");
    FirstRelease.fill(first);
    migrate(first);
    BackupManifest original = backup(first, "original.zip");
    assertThat(original.tables()).extracting(Table::rows).anyMatch(rows -> rows > 1);

    DataSource postgres = server.dataSource();
    restore("original.zip", postgres);
    BackupManifest there = backup(postgres, "postgres.zip");
    assertSame(there, original);

    DataSource back = Memory.database("backup-back");
    restore("postgres.zip", back);
    assertSame(backup(back, "back.zip"), original);
  }

  @Test
  void dataSetsSurviveWithAllTheirPieces() throws Exception {
    DataSource first = Memory.database("backup-data-set");
    FirstRelease.fill(first);
    byte[] file = new byte[2 * DataSetPiece.SIZE + 7];
    new Random(5).nextBytes(file);
    var set = new DataSet("visits", "{}", "[]", 3, 99, "a".repeat(64), Instant.EPOCH, "mei", null);
    try (Schema schema = Schema.of(first, "prediction")) {
      schema.write(entities -> new DataSetStore(entities).add(set, file));
    }
    backup(first, "data-set.zip");
    DataSource back = Memory.database("backup-data-set-back");
    restore("data-set.zip", back);
    try (Schema schema = Schema.of(back, "prediction")) {
      byte[] found =
          schema.read(
              entities -> {
                var store = new DataSetStore(entities);
                return store.file(store.find("visits").orElseThrow());
              });
      assertThat(found).isEqualTo(file);
    }
  }

  @Test
  void aBackupOfAnOlderSchemaIsMigratedOn() throws Exception {
    DataSource old = Memory.database("backup-old");
    FirstRelease.fill(old);
    BackupManifest made = backup(old, "old.zip");
    assertThat(made.migrations()).containsExactly("001", "010", "030");
    DataSource now = Memory.database("backup-now");
    restore("old.zip", now);
    assertSame(backup(now, "same.zip"), made);
    migrate(now);
    assertThat(backup(now, "now.zip").migrations()).hasSizeGreaterThan(3).contains("001", "030");
  }

  @Test
  void nothingIsRestoredOverAShop() throws Exception {
    DataSource shop = Memory.database("backup-shop");
    FirstRelease.fill(shop);
    backup(shop, "shop.zip");
    assertThatThrownBy(() -> restore("shop.zip", shop))
        .isInstanceOf(DatabaseInUseException.class)
        .hasMessageContaining("not empty");
  }

  @Test
  void whatACrashInterruptedIsBegunAnew() throws Exception {
    DataSource first = Memory.database("backup-crash-from");
    FirstRelease.fill(first);
    BackupManifest made = backup(first, "crash.zip");
    DataSource half = Memory.database("backup-crash-to");
    // As a crash leaves it: the note is there, the schema is, and some rows of nobody.
    FirstRelease.fill(half);
    Files.writeString(folder.resolve("restore-under-way"), "any");
    restore("crash.zip", half);
    assertSame(backup(half, "mended.zip"), made);
    assertThat(folder.resolve("restore-under-way")).doesNotExist();
  }

  @Test
  void aDamagedFileIsFoundBeforeAnythingIsLoaded() throws Exception {
    DataSource shop = Memory.database("backup-damage");
    FirstRelease.fill(shop);
    backup(shop, "good.zip");
    byte[] bytes = Files.readAllBytes(folder.resolve("good.zip"));
    Files.write(folder.resolve("cut.zip"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
    assertThatThrownBy(() -> BackupFile.open(folder.resolve("cut.zip")))
        .isInstanceOf(DamagedBackupException.class);
    Path changed = folder.resolve("changed.zip");
    Damage.replaceInEntry(
        folder.resolve("good.zip"), changed, "tables/product.jsonl", "Knife", "Spoon");
    assertThatThrownBy(() -> BackupFile.open(changed))
        .isInstanceOf(DamagedBackupException.class)
        .hasMessageContaining("product");
  }

  private static void assertSame(BackupManifest found, BackupManifest wanted) {
    assertThat(without(found)).containsAll(without(wanted));
    assertThat(found.sequences()).containsAllEntriesOf(wanted.sequences());
  }

  /** All but the settings, where a restored database notes where it came from. */
  private static List<Table> without(BackupManifest manifest) {
    return manifest.tables().stream().filter(table -> !table.name().equals("setting")).toList();
  }

  private BackupManifest backup(DataSource database, String name) throws IOException, SQLException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve(name)))) {
      return new BackupWriter(database).write(zip, "test", Instant.parse("2026-11-24T10:00:00Z"));
    }
  }

  private void restore(String name, DataSource database) throws IOException, SQLException {
    try (BackupFile backup = BackupFile.open(folder.resolve(name))) {
      new DatabaseRestore(database, BackupIT.class.getClassLoader(), folder).from(backup);
    }
  }

  private static void migrate(DataSource database) {
    Flyway.configure()
        .dataSource(database)
        .locations("classpath:db/migration")
        .outOfOrder(true)
        .load()
        .migrate();
  }
}
