package io.shopkeeper.catalog.ingest;

import java.util.Map;

/** What became of the rows of one chunk. */
public record ChunkCounts(
    long rows,
    long accepted,
    long repaired,
    long flagged,
    long duplicates,
    long quarantined,
    Map<String, Long> reasons) {}
