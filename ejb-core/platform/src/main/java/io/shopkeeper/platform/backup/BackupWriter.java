package io.shopkeeper.platform.backup;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;

/** Writes one moment of the database, whatever goes on meanwhile. */
public final class BackupWriter {

  static final String MANIFEST = "manifest.json";
  static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  private static final int FETCH = 1000;

  private final DataSource database;

  /**
   * @param database gives a connection that nobody uses afterwards
   */
  public BackupWriter(DataSource database) {
    this.database = database;
  }

  /** Writes tables and, last, the manifest; the zip stays open. */
  public BackupManifest write(ZipOutputStream zip, String version, Instant now)
      throws IOException, SQLException {
    try (Connection connection = database.getConnection()) {
      Dialect dialect = Dialect.of(connection);
      dialect.freeze(connection);
      List<BackupManifest.Table> tables = new ArrayList<>();
      for (TableShape table : SchemaShape.read(connection)) {
        tables.add(write(table, connection, dialect, zip));
      }
      var manifest =
          new BackupManifest(
              BackupManifest.FORMAT,
              UUID.randomUUID().toString(),
              version,
              now,
              dialect.name(),
              migrations(connection),
              tables,
              dialect.sequences(connection));
      connection.rollback();
      zip.putNextEntry(new ZipEntry(MANIFEST));
      zip.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
      zip.closeEntry();
      return manifest;
    }
  }

  static String entry(String table) {
    return "tables/" + table + ".jsonl";
  }

  private static BackupManifest.Table write(
      TableShape table, Connection connection, Dialect dialect, ZipOutputStream zip)
      throws IOException, SQLException {
    MessageDigest digest = sha256();
    zip.putNextEntry(new ZipEntry(entry(table.name())));
    long count = 0;
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(FETCH);
      var out = new DigestOutputStream(zip, digest);
      JsonGenerator json =
          new JsonFactory()
              .setRootValueSeparator("")
              .createGenerator(out)
              .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      try (ResultSet rows = statement.executeQuery(table.select(dialect.collation()))) {
        while (rows.next()) {
          writeRow(table, rows, json);
          count++;
        }
      }
      json.close();
    }
    zip.closeEntry();
    return new BackupManifest.Table(
        table.name(), table.columnNames(), count, HexFormat.of().formatHex(digest.digest()));
  }

  private static void writeRow(TableShape table, ResultSet row, JsonGenerator json)
      throws IOException, SQLException {
    json.writeStartArray();
    for (int place = 1; place <= table.columns().size(); place++) {
      table.columns().get(place - 1).kind().writeOrNull(row, place, json);
    }
    json.writeEndArray();
    json.writeRaw('\n');
  }

  private static List<String> migrations(Connection connection) throws SQLException {
    List<String> versions = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT \"version\" FROM \"%s\" WHERE \"success\" AND \"version\" IS NOT NULL ORDER BY \"installed_rank\""
                    .formatted(SchemaShape.FLYWAY_TABLE))) {
      while (rows.next()) {
        versions.add(rows.getString(1));
      }
    }
    return versions;
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
