package io.shopkeeper.catalog.boundary;

import java.nio.file.Path;
import java.util.Map;

/**
 * A file to import.
 *
 * @param fileName as the sender calls it
 * @param file where it lies, below the shop's uploads
 * @param mapping source column to field, for columns that would not be guessed
 * @param dryRun check every row, store nothing
 */
public record ImportRequest(
    ImportKind kind,
    String fileName,
    Path file,
    Map<String, String> mapping,
    boolean dryRun,
    String requestedBy) {

  public ImportRequest {
    mapping = mapping == null ? Map.of() : Map.copyOf(mapping);
  }
}
