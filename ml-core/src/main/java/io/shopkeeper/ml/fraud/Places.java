package io.shopkeeper.ml.fraud;

import io.shopkeeper.ml.table.Column;
import io.shopkeeper.ml.table.NumberColumn;
import io.shopkeeper.ml.table.cells.CellColumn;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far two places of a row are from each other, such as the customer's home and the shop: the
 * first two columns whose names say latitude, with the first two that say longitude.
 */
final class Places {

  /** Mean radius of the earth, km. */
  private static final double RADIUS = 6371;

  private Places() {}

  static Optional<Column> of(
      TransactionColumns columns, Map<String, CellColumn> cells, int[] rows) {
    List<String> numbers = columns.of(ColumnKind.NUMBER);
    List<String> latitudes = numbers.stream().filter(ColumnNames::latitude).toList();
    List<String> longitudes = numbers.stream().filter(ColumnNames::longitude).toList();
    if (latitudes.size() < 2 || longitudes.size() < 2) {
      return Optional.empty();
    }
    float[] one = cells.get(latitudes.get(0)).numbers().orElseThrow();
    float[] east = cells.get(longitudes.get(0)).numbers().orElseThrow();
    float[] other = cells.get(latitudes.get(1)).numbers().orElseThrow();
    float[] otherEast = cells.get(longitudes.get(1)).numbers().orElseThrow();
    float[] distances = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      int row = rows[i];
      distances[i] = (float) kilometres(one[row], east[row], other[row], otherEast[row]);
    }
    return Optional.of(new NumberColumn("distance", distances));
  }

  /** Along a great circle, by the haversine formula. */
  static double kilometres(double latitude, double longitude, double other, double otherEast) {
    double up = Math.sin(Math.toRadians(other - latitude) / 2);
    double aside = Math.sin(Math.toRadians(otherEast - longitude) / 2);
    double h =
        up * up
            + Math.cos(Math.toRadians(latitude)) * Math.cos(Math.toRadians(other)) * aside * aside;
    return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(h)));
  }
}
