package io.shopkeeper.platform.boundary;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * From which data a model was made.
 *
 * @param from time of the first event; null where there was none
 * @param to time of the last event; null where there was none
 * @param rows how many of what were read, such as {@code events}
 * @param contentHash SHA-256 over what was read, in hexadecimal; empty if unknown
 * @param imports the imports that brought it, oldest first; empty where it came otherwise
 */
public record DataSnapshot(
    Instant from, Instant to, Map<String, Long> rows, String contentHash, List<Long> imports) {

  /** Nothing is known. */
  public static final DataSnapshot UNKNOWN = new DataSnapshot(null, null, Map.of(), "", List.of());

  public DataSnapshot {
    rows = rows == null ? Map.of() : Map.copyOf(rows);
    contentHash = contentHash == null ? "" : contentHash;
    imports = imports == null ? List.of() : List.copyOf(imports);
  }

  /** The same without links into the database of the shop that made it. */
  public DataSnapshot withoutImports() {
    return new DataSnapshot(from, to, rows, contentHash, List.of());
  }
}
