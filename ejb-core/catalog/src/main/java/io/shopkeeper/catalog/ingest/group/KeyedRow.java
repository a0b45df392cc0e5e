package io.shopkeeper.catalog.ingest.group;

import java.util.List;

/**
 * A row on its way to its group.
 *
 * @param key which group
 * @param number its place in the file
 * @param values in the order of the sorter's fields; null where missing
 * @param fault what is wrong with the row, as pointer and message; null where nothing is
 */
public record KeyedRow(String key, long number, List<String> values, String fault) {}
