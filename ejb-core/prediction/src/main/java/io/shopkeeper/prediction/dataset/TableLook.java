package io.shopkeeper.prediction.dataset;

import io.shopkeeper.prediction.boundary.DataColumn;
import io.shopkeeper.prediction.boundary.DataRoles;
import java.util.List;
import java.util.Optional;

/**
 * What a table looks like.
 *
 * @param columns in the order of the file
 * @param rows how many
 */
public record TableLook(List<DataColumn> columns, int rows) {

  /** Different cells that are told apart, in all columns together: some 32 bytes each. */
  private static final int MOST_SEEN = 2_000_000;

  private static final int LEAST_SEEN = 1_000;
  private static final int MOST_CLASSES = 20;

  /** Reads it to its end. */
  public static TableLook of(DataFile file) {
    int most = Math.max(LEAST_SEEN, MOST_SEEN / file.names().size());
    List<ColumnLook> looks = file.names().stream().map(name -> new ColumnLook(name, most)).toList();
    for (Optional<String[]> row = file.next(); row.isPresent(); row = file.next()) {
      for (int place = 0; place < looks.size(); place++) {
        looks.get(place).add(row.get()[place]);
      }
    }
    return new TableLook(looks.stream().map(ColumnLook::column).toList(), file.rows());
  }

  /**
   * What nobody has chosen yet: the last column without gaps that has between two and twenty
   * values, or the last.
   */
  public DataRoles guess() {
    String target =
        columns.reversed().stream()
            .filter(column -> column.missing() == 0)
            .filter(column -> column.distinct() >= 2 && column.distinct() <= MOST_CLASSES)
            .findFirst()
            .orElse(columns.getLast())
            .name();
    return new DataRoles(target, null, null, List.of());
  }
}
