package io.shopkeeper.catalog.boundary;

import java.time.Instant;
import java.util.Map;

/**
 * What an import did. Every row read is exactly one of accepted, repaired, duplicate, quarantined;
 * flagged counts accepted or repaired rows with a doubt.
 *
 * @param reasons why rows were quarantined or flagged, with counts
 * @param endedAt null while it runs
 * @param error null unless it failed
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
    String error) {}
