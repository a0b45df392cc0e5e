package io.shopkeeper.catalog.ingest;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * The first rows of a file.
 *
 * @param charset the encoding
 * @param header the columns of a table; empty for JSON lines
 * @param rows some of the first rows
 */
record Sample(Charset charset, List<String> header, List<RowSource.Row> rows) {

  private static final int ROWS = 200;

  static Sample of(Path file) throws IOException, FileUnreadableException {
    var rows = new ArrayList<RowSource.Row>();
    Charset charset = FileOpener.encoding(file);
    try (RowSource source = RowSource.open(file, charset)) {
      Optional<RowSource.Row> row = source.next();
      while (row.isPresent() && rows.size() < ROWS) {
        if (row.get().fault().isEmpty()) {
          rows.add(row.get());
        }
        row = source.next();
      }
      return new Sample(charset, source.header(), rows);
    }
  }

  /** The columns, also those that rows of JSON name. */
  List<String> names() {
    if (!header.isEmpty()) {
      return header;
    }
    var names = new LinkedHashSet<String>();
    rows.forEach(row -> row.values().fieldNames().forEachRemaining(names::add));
    return List.copyOf(names);
  }

  /** Values of each column, in the order of {@link #names}. */
  List<List<String>> columns() {
    return names().stream().map(this::column).toList();
  }

  private List<String> column(String name) {
    return rows.stream()
        .map(row -> row.values().path(name))
        .map(value -> value.isContainerNode() ? value.toString() : value.asText(""))
        .toList();
  }
}
