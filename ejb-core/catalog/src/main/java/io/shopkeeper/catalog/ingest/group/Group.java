package io.shopkeeper.catalog.ingest.group;

import java.util.List;
import java.util.Map;

/**
 * Rows that became one.
 *
 * @param row the place of the first of them in the file
 * @param rows how many there are
 * @param fields the values by field; missing ones absent
 * @param lines what each row adds to a list of positions, where there is one
 * @param faults what is wrong with one of them, as pointer, tab, message; a few at most
 */
public record Group(
    long row,
    long rows,
    Map<String, String> fields,
    List<Map<String, String>> lines,
    List<String> faults) {}
