package io.shopkeeper.catalog.boundary;

import java.time.Instant;
import java.util.Map;

/**
 * What an import did: of a file that feeds several kinds, what one part did. Every row read is
 * exactly one of accepted, repaired, duplicate, quarantined; flagged counts accepted or repaired
 * rows with a doubt.
 *
 * @param reasons why rows were quarantined or flagged, with counts
 * @param endedAt null while it runs
 * @param error null unless it failed
 * @param batchId what all parts of one file share: the id of the first
 * @param part its place among them, from 0
 * @param leftOut rows that the mapping does not want here; not among the rows read
 * @param records how many records the rows became
 * @param mapping the name of the mapping; null where columns were guessed
 * @param encoding of the file; null until it was looked at
 */
public record ImportReport(
    long id,
    ImportKind kind,
    String fileName,
    boolean dryRun,
    ImportState state,
    long jobId,
    long rowsRead,
    long accepted,
    long repaired,
    long flagged,
    long duplicates,
    long quarantined,
    Map<String, Long> reasons,
    String requestedBy,
    Instant startedAt,
    Instant endedAt,
    String error,
    long batchId,
    int part,
    long leftOut,
    long records,
    String mapping,
    String encoding) {}
