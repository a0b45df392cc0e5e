package io.shopkeeper.catalog.boundary;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * What one kind of record is made of.
 *
 * @param files a pattern for the names of files that feed it, such as {@code products*}; null for
 *     every file
 * @param merge whether rows with the same id become one record; an order whose lines have rows of
 *     their own is always merged
 * @param where only rows that pass all of these feed it; the others are left out
 * @param fields by name; empty to guess them from the columns
 */
public record MappingTarget(
    ImportKind kind,
    String files,
    boolean merge,
    List<RowTest> where,
    SequencedMap<String, FieldRule> fields) {

  /** What a field of an order's line begins with. */
  public static final String LINE = "lines.";

  public MappingTarget {
    where = where == null ? List.of() : List.copyOf(where);
    fields = fields == null ? new LinkedHashMap<>() : new LinkedHashMap<>(fields);
  }

  /** Whether several rows can become one record. */
  public boolean merges() {
    return merge || fields.keySet().stream().anyMatch(field -> field.startsWith(LINE));
  }

  /** A target whose fields are named after columns. */
  public static MappingTarget of(ImportKind kind, Map<String, String> fieldOfColumn) {
    var fields = new LinkedHashMap<String, FieldRule>();
    fieldOfColumn.forEach((column, field) -> fields.put(field, FieldRule.of(column)));
    return new MappingTarget(kind, null, false, List.of(), fields);
  }
}
