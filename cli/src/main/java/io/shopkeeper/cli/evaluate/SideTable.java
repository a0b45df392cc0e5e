package io.shopkeeper.cli.evaluate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A table beside the metrics of an algorithm, such as a learning curve.
 *
 * @param name in JSON
 * @param title for people
 * @param metric that it is about
 * @param columns names, in JSON, too
 * @param rows whole numbers, decimal numbers or text, in the order of the columns
 */
record SideTable(
    String name, String title, String metric, List<String> columns, List<List<Object>> rows) {

  SideTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** Puts it into the object of its algorithm; what cannot be said is null. */
  void put(ObjectNode object) {
    ObjectNode mine = object.putObject(name).put("metric", metric);
    ArrayNode lines = mine.putArray("rows");
    for (List<Object> row : rows) {
      ObjectNode line = lines.addObject();
      for (int place = 0; place < columns.size(); place++) {
        put(line, columns.get(place), row.get(place));
      }
    }
  }

  private static void put(ObjectNode line, String column, Object value) {
    switch (value) {
      case Integer whole -> line.put(column, whole);
      case Double number -> line.put(column, number.isNaN() ? null : number);
      default -> line.put(column, value.toString());
    }
  }

  /** Prints it for people. */
  void print(PrintWriter out) {
    out.printf(Locale.ROOT, "  %s (%s)%n", title, metric);
    out.println(
        columns.stream()
            .map(column -> String.format(Locale.ROOT, "%12s", column))
            .collect(Collectors.joining()));
    for (List<Object> row : rows) {
      out.println(row.stream().map(SideTable::cell).collect(Collectors.joining()));
    }
  }

  private static String cell(Object value) {
    return switch (value) {
      case Integer whole -> String.format(Locale.ROOT, "%,12d", whole);
      case Double number -> String.format(Locale.ROOT, number.isNaN() ? "%12s" : "%12.4f", number);
      default -> String.format(Locale.ROOT, "%12s", value).replaceFirst("^(?=\\S)", "  ");
    };
  }
}
