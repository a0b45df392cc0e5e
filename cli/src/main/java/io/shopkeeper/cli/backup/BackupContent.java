package io.shopkeeper.cli.backup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shopkeeper.cli.CommandFailedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What a backup file says of itself.
 *
 * @param manifest as the server wrote it, last of all: where it is there, the file is whole
 */
record BackupContent(JsonNode manifest) {

  static BackupContent read(Path file) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry entry = zip.getEntry("manifest.json");
      if (entry == null) {
        throw new CommandFailedException(file + " is not a backup of a shop: it has no manifest.");
      }
      try (InputStream in = zip.getInputStream(entry)) {
        return new BackupContent(new ObjectMapper().readTree(in));
      }
    } catch (IOException problem) {
      throw new CommandFailedException(
          "%s is not a whole backup: %s".formatted(file, problem.getMessage()), problem);
    }
  }

  long rows() {
    long rows = 0;
    for (JsonNode table : manifest.path("tables")) {
      rows += table.path("rows").asLong();
    }
    return rows;
  }

  /** One sentence. */
  String summary() {
    return "%,d rows of %d tables, made %s by version %s"
        .formatted(
            rows(),
            manifest.path("tables").size(),
            manifest.path("madeAt").asText(),
            manifest.path("version").asText());
  }
}
