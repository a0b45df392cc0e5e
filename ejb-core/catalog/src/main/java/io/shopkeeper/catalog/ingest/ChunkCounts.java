package io.shopkeeper.catalog.ingest;

import java.util.Map;

/**
 * What became of the rows of one chunk.
 *
 * @param units how many units they came as
 * @param records how many records were stored
 */
public record ChunkCounts(
    long rows,
    long units,
    long records,
    long accepted,
    long repaired,
    long flagged,
    long duplicates,
    long quarantined,
    Map<String, Long> reasons) {}
