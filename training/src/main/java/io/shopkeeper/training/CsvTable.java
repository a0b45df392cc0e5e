package io.shopkeeper.training;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Writes a table for people as CSV, RFC 4180 with line feeds. For one thread. */
public final class CsvTable {

  private final StringBuilder text = new StringBuilder();

  /** Adds a row; numbers with six digits. */
  public CsvTable row(Object... cells) {
    for (int place = 0; place < cells.length; place++) {
      text.append(place == 0 ? "" : ",").append(cell(cells[place]));
    }
    text.append('\n');
    return this;
  }

  private static String cell(Object value) {
    String plain =
        value instanceof Double number
            ? String.format(Locale.ROOT, "%.6g", number)
            : value.toString();
    return plain.matches("[^\",\r\n]*") ? plain : '"' + plain.replace("\"", "\"\"") + '"';
  }

  /** In UTF-8. */
  public byte[] bytes() {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
