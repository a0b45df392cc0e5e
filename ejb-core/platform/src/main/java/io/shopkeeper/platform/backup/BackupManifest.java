package io.shopkeeper.platform.backup;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a backup holds.
 *
 * @param format of the file; {@value #FORMAT} is this one
 * @param id of this backup
 * @param version of the application that made it
 * @param migrations versions of the schema's migrations, in the order in which they ran
 * @param tables in the order in which they can be loaded
 * @param sequences the next value of each
 */
public record BackupManifest(
    int format,
    String id,
    String version,
    Instant madeAt,
    String database,
    List<String> migrations,
    List<Table> tables,
    Map<String, Long> sequences) {

  /** The format that this build writes. */
  public static final int FORMAT = 1;

  /**
   * A table.
   *
   * @param sha256 of its lines
   */
  public record Table(String name, List<String> columns, long rows, String sha256) {}
}
