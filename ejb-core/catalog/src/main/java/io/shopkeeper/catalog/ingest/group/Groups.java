package io.shopkeeper.catalog.ingest.group;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Merges sorted rows, group by group. For one thread. */
public final class Groups implements Closeable {

  /** Positions beyond these are counted but not kept. */
  public static final int MOST_LINES = 5000;

  private static final int MOST_FAULTS = 10;

  private final RowSorter.Sorted rows;
  private final List<String> fields;
  private final Map<String, String> takes;
  private final String linePrefix;
  private KeyedRow ahead;

  /**
   * @param fields the names of the rows' values, in their order
   * @param takes how each field is merged
   * @param linePrefix what the names of fields begin with that each row adds to a list
   */
  public Groups(
      RowSorter.Sorted rows, List<String> fields, Map<String, String> takes, String linePrefix)
      throws IOException {
    this.rows = rows;
    this.fields = fields;
    this.takes = takes;
    this.linePrefix = linePrefix;
    this.ahead = rows.next().orElse(null);
  }

  /** The next group; empty at the end. */
  public Optional<Group> next() throws IOException {
    if (ahead == null) {
      return Optional.empty();
    }
    var group = new Collector(ahead.key(), ahead.number());
    while (ahead != null && ahead.key().equals(group.key)) {
      group.add(ahead);
      ahead = rows.next().orElse(null);
    }
    return Optional.of(group.done());
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }

  private final class Collector {

    private final String key;
    private final long first;
    private final Map<String, Merge> merges = new LinkedHashMap<>();
    private final List<Map<String, String>> lines = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private long count;

    Collector(String key, long first) {
      this.key = key;
      this.first = first;
    }

    void add(KeyedRow row) {
      count++;
      if (row.fault() != null && faults.size() < MOST_FAULTS) {
        faults.add(row.fault());
      }
      var line = new LinkedHashMap<String, String>();
      for (int i = 0; i < fields.size(); i++) {
        String field = fields.get(i);
        String value = row.values().get(i);
        if (!field.startsWith(linePrefix)) {
          merges
              .computeIfAbsent(field, name -> new Merge(takes.getOrDefault(name, "first")))
              .add(value);
        } else if (value != null) {
          line.put(field.substring(linePrefix.length()), value);
        }
      }
      if (!line.isEmpty() && lines.size() < MOST_LINES) {
        lines.add(line);
      }
    }

    Group done() {
      var values = new LinkedHashMap<String, String>();
      merges.forEach(
          (field, merge) -> {
            if (merge.value() != null) {
              values.put(field, merge.value());
            }
          });
      return new Group(first, count, values, lines, faults);
    }
  }
}
