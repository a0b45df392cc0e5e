package io.shopkeeper.platform.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/**
 * Fills an empty database from a backup. What a crash interrupts is begun anew by the next try: a
 * note beside the shop's files says that the database is not to be used yet.
 */
public final class DatabaseRestore {

  private static final String LOCATION = "db/migration";

  private final DataSource database;
  private final ClassLoader migrations;
  private final Path note;

  /**
   * @param migrations has the application's migrations
   * @param folder where a note can lie that a restore is under way
   */
  public DatabaseRestore(DataSource database, ClassLoader migrations, Path folder) {
    this.database = database;
    this.migrations = migrations;
    this.note = folder.resolve("restore-under-way");
  }

  /** The id of the backup that the database came from, if it did. */
  public Optional<String> restoredFrom() throws SQLException {
    try (Connection connection = database.getConnection()) {
      return Files.exists(note) || SchemaShape.isEmpty(connection)
          ? Optional.empty()
          : RestoreMark.read(connection);
    }
  }

  /**
   * Loads the backup.
   *
   * @throws DamagedBackupException if this version does not know its schema
   * @throws DatabaseInUseException if there is something in the database already
   */
  public void from(BackupFile backup) throws SQLException, IOException {
    try (Connection connection = database.getConnection()) {
      if (!Files.exists(note) && !SchemaShape.isEmpty(connection)) {
        throw new DatabaseInUseException(
            "The backup was not restored: the database is not empty. Restore into an empty one.");
      }
      Files.createDirectories(note.toAbsolutePath().getParent());
      Files.writeString(note, backup.manifest().id());
      migrate(backup.manifest().migrations());
      new BackupLoader(connection).load(backup);
      Files.delete(note);
    }
  }

  /** Runs just the migrations that the backup's database had. */
  private void migrate(List<String> versions) throws IOException {
    Map<String, String> scripts =
        Arrays.stream(flyway("classpath:" + LOCATION).info().all())
            .filter(migration -> migration.getVersion() != null)
            .collect(
                Collectors.toMap(
                    migration -> migration.getVersion().getVersion(), MigrationInfo::getScript));
    Path folder = Files.createTempDirectory("migrations");
    try {
      for (String version : versions) {
        if (!scripts.containsKey(version)) {
          throw new DamagedBackupException(
              "The backup was made by a newer version of Shopkeeper (its schema has migration %s). Use that version or a newer one."
                  .formatted(version));
        }
        copy(scripts.get(version), folder);
      }
      flyway("filesystem:" + folder).migrate();
    } finally {
      delete(folder);
    }
  }

  private Flyway flyway(String location) {
    return Flyway.configure(migrations)
        .dataSource(database)
        .locations(location)
        .outOfOrder(true)
        .load();
  }

  private void copy(String script, Path folder) throws IOException {
    try (InputStream in = migrations.getResourceAsStream(LOCATION + "/" + script)) {
      Files.copy(in, folder.resolve(script));
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
