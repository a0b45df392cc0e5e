package io.shopkeeper.cli.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shopkeeper.cli.CommandFailedException;
import io.shopkeeper.ml.table.cells.CellColumn;
import io.shopkeeper.ml.table.cells.Cells;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The cells of a table with a header: CSV, TSV or JSON lines. Several files are put below each
 * other; columns are found by their names. A missing cell is null. For one thread.
 */
final class CellTable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, CellColumn> columns = new LinkedHashMap<>();
  private int rows;

  /** Adds a file's rows. */
  FileFacts read(String name) {
    int before = rows;
    String sha256 = DataFile.read(name, reader -> parse(name, reader));
    if (rows == before) {
      throw new CommandFailedException(name + " has no rows.");
    }
    return new FileFacts(name, rows - before, sha256);
  }

  /** Adds a row; columns that it lacks are missing there. */
  void add(Map<String, String> row) {
    row.forEach((column, cell) -> put(cells(column), cell == null ? "" : cell));
    rows++;
    columns.forEach((column, cells) -> fill(cells));
  }

  int rows() {
    return rows;
  }

  /** Names in the order of the file. */
  Set<String> names() {
    return columns.keySet();
  }

  /** The cells of a column, null where missing. */
  CellColumn column(String name) {
    return columns.get(name);
  }

  private void parse(String name, BufferedReader reader) throws IOException {
    reader.mark(1 << 16);
    String first = reader.readLine();
    if (first == null || first.isBlank()) {
      throw new CommandFailedException(name + " is empty.");
    }
    reader.reset();
    if (first.startsWith("{")) {
      parseJson(name, reader);
    } else {
      parseTable(name, reader, first);
    }
    columns.forEach((column, cells) -> fill(cells));
  }

  private void parseTable(String name, BufferedReader reader, String first) throws IOException {
    try (CSVParser parser = CSVParser.parse(reader, DataFile.format(first))) {
      List<CellColumn> order = null;
      for (CSVRecord row : parser) {
        if (order == null) {
          order = header(row);
          continue;
        }
        if (row.size() > order.size()) {
          throw new CommandFailedException(
              "%s, line %d: there are %d cells, but the header names %d"
                  .formatted(name, parser.getCurrentLineNumber(), row.size(), order.size()));
        }
        for (int i = 0; i < row.size(); i++) {
          put(order.get(i), row.get(i));
        }
        rows++;
      }
    }
  }

  private List<CellColumn> header(CSVRecord row) {
    var order = new ArrayList<CellColumn>();
    for (String heading : row) {
      String plain = heading.strip().replaceFirst("^\\uFEFF", "");
      order.add(cells(plain.isEmpty() ? "column " + (order.size() + 1) : plain));
    }
    return order;
  }

  private CellColumn cells(String column) {
    return columns.computeIfAbsent(column, added -> new CellColumn());
  }

  private void parseJson(String name, BufferedReader reader) throws IOException {
    int line = 0;
    for (String text = reader.readLine(); text != null; text = reader.readLine()) {
      line++;
      if (text.isBlank()) {
        continue;
      }
      try {
        JsonNode node = JSON.readTree(text);
        node.properties()
            .forEach(
                property ->
                    put(
                        cells(property.getKey()),
                        property.getValue().isNull() ? "" : property.getValue().asText()));
        rows++;
      } catch (JsonProcessingException malformed) {
        throw new CommandFailedException(
            "%s, line %d: is not JSON: %s".formatted(name, line, malformed.getOriginalMessage()),
            malformed);
      }
    }
  }

  /** Into the row that is being read; rows before it that lacked the column are missing there. */
  private void put(CellColumn cells, String cell) {
    while (cells.size() < rows) {
      cells.add(null);
    }
    cells.add(Cells.plain(cell));
  }

  private void fill(CellColumn cells) {
    while (cells.size() < rows) {
      cells.add(null);
    }
  }
}
