package io.shopkeeper.fraud.lists;

import java.util.ArrayList;
import java.util.List;

/** Takes a CSV text apart (RFC 4180): commas or semicolons, quotation marks, any line end. */
final class CsvRows {

  private final String text;
  private final char comma;
  private final List<Row> rows = new ArrayList<>();
  private int at;
  private int line = 1;

  /**
   * A row with something in it.
   *
   * @param line where it begins, from 1
   * @param broken whether its last quotation mark is missing
   */
  record Row(int line, List<String> cells, boolean broken) {}

  private CsvRows(String text) {
    this.text = text;
    String first = text.lines().findFirst().orElse("");
    this.comma = first.indexOf(',') < 0 && first.indexOf(';') >= 0 ? ';' : ',';
  }

  /** All rows; blank ones are left out. */
  static List<Row> of(String text) {
    var rows = new CsvRows(text);
    while (rows.at < text.length()) {
      rows.row();
    }
    return rows.rows;
  }

  private void row() {
    int begin = line;
    List<String> cells = new ArrayList<>();
    boolean broken = false;
    boolean more = true;
    while (more) {
      var cell = new StringBuilder();
      if (at < text.length() && text.charAt(at) == '"') {
        broken = !quoted(cell);
      }
      while (at < text.length() && text.charAt(at) != comma && !lineEnd()) {
        cell.append(text.charAt(at++));
      }
      cells.add(cell.toString());
      more = at < text.length() && text.charAt(at) == comma;
      at += more ? 1 : 0;
    }
    endLine();
    if (broken || cells.size() > 1 || !cells.getFirst().isBlank()) {
      rows.add(new Row(begin, List.copyOf(cells), broken));
    }
  }

  /** Reads what stands in quotation marks; false if the second is missing. */
  private boolean quoted(StringBuilder cell) {
    at++;
    while (at < text.length()) {
      char each = text.charAt(at++);
      if (each == '"') {
        if (at >= text.length() || text.charAt(at) != '"') {
          return true;
        }
        at++;
      }
      line += each == '\n' ? 1 : 0;
      cell.append(each);
    }
    return false;
  }

  private boolean lineEnd() {
    char each = text.charAt(at);
    return each == '\n' || each == '\r';
  }

  private void endLine() {
    if (at < text.length() && text.charAt(at) == '\r') {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '\n') {
      at++;
    }
    line++;
  }
}
