package io.shopkeeper.ml.fraud;

import io.shopkeeper.ml.table.Column;
import io.shopkeeper.ml.table.NumberColumn;
import io.shopkeeper.ml.table.cells.CellColumn;
import java.util.List;
import java.util.Map;

/** The form of an e-mail address: how long what stands before the @ is, and its share of digits. */
final class EmailFeatures {

  private EmailFeatures() {}

  static List<Column> of(String name, Map<String, CellColumn> cells, int[] rows) {
    float[] lengths = new float[rows.length];
    float[] digits = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      String cell = cells.get(name).get(rows[i]);
      int at = cell == null ? -1 : cell.lastIndexOf('@');
      lengths[i] = at < 0 ? Float.NaN : at;
      digits[i] = at <= 0 ? Float.NaN : digits(cell.substring(0, at)) / (float) at;
    }
    return List.of(
        new NumberColumn(name + ".length", lengths), new NumberColumn(name + ".digits", digits));
  }

  private static long digits(String text) {
    return text.chars().filter(Character::isDigit).count();
  }
}
