package io.shopkeeper.prediction.training;

import io.shopkeeper.ml.split.SplitRows;
import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.Column;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.Table;
import io.shopkeeper.ml.table.Target;
import io.shopkeeper.ml.table.cells.CellColumn;
import io.shopkeeper.ml.table.cells.Cells;
import io.shopkeeper.training.snapshot.ColumnWriter;
import io.shopkeeper.training.snapshot.Snapshot;
import io.shopkeeper.training.snapshot.SnapshotWriter;
import io.shopkeeper.training.snapshot.TableFile;
import io.shopkeeper.training.snapshot.TableWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The rows of a data set in a snapshot, and read from it. Plain Java.
 *
 * @param target the name of what is predicted
 * @param times when each row was; empty where that is not known
 */
record PredictionData(LabelledTable rows, String target, Optional<long[]> times) {

  private static final String TABLE = "rows";
  private static final String TARGET = "target";
  private static final String POSITIVE = "positive";
  private static final String TIME = "time";
  private static final String FEATURE = "feature.";

  /** What columns are for: names of the features, and of the others; null for none. */
  record Plan(List<String> features, String target, String positive, String time) {}

  /**
   * Writes the columns that a plan names.
   *
   * @param names of the columns of the rows
   * @param rows one by one: cells in the order of the names, null where missing; empty at the end
   */
  static void write(
      SnapshotWriter writer, List<String> names, Supplier<Optional<String[]>> rows, Plan plan)
      throws IOException {
    TableWriter table = writer.table(TABLE);
    Map<ColumnWriter, Integer> columns = new LinkedHashMap<>();
    for (String name : plan.features()) {
      columns.put(table.texts(FEATURE + name), names.indexOf(name));
    }
    columns.put(table.texts(TARGET), names.indexOf(plan.target()));
    if (plan.time() != null) {
      columns.put(table.texts(TIME), names.indexOf(plan.time()));
    }
    for (Optional<String[]> row = rows.get(); row.isPresent(); row = rows.get()) {
      for (Map.Entry<ColumnWriter, Integer> column : columns.entrySet()) {
        String cell = row.get()[column.getValue()];
        column.getKey().add(cell == null ? "" : cell);
      }
      table.endRow();
    }
    writer.fact(TARGET, plan.target());
    writer.fact(POSITIVE, plan.positive() == null ? "" : plan.positive());
  }

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException if they do not fit; says which row or column
   * @throws IOException if the snapshot is damaged
   */
  static PredictionData read(Snapshot snapshot) throws IOException {
    TableFile table = snapshot.table(TABLE);
    String target = snapshot.facts().getOrDefault(TARGET, "");
    String positive = snapshot.facts().getOrDefault(POSITIVE, "");
    List<Column> columns = new ArrayList<>();
    for (String name : table.columns()) {
      if (name.startsWith(FEATURE)) {
        Cells.column(name.substring(FEATURE.length()), cells(table, name)).ifPresent(columns::add);
      }
    }
    Target known =
        Cells.target(
            target,
            cells(table, TARGET),
            positive.isEmpty() ? Optional.empty() : Optional.of(positive));
    Optional<long[]> times =
        table.columns().contains(TIME)
            ? Optional.of(Cells.times(TIME, cells(table, TIME)))
            : Optional.empty();
    return new PredictionData(
        new LabelledTable(new Table(table.rows(), columns), known), target, times);
  }

  private static CellColumn cells(TableFile table, String name) throws IOException {
    var cells = new CellColumn();
    table.texts(name).forEach(cell -> cells.add(Cells.plain(cell)));
    return cells;
  }

  /** What a split looks at. */
  SplitRows split() {
    SplitRows known = SplitRows.of(rows.rows());
    if (rows.target() instanceof ClassTarget classes) {
      known = known.withClasses(classes.codes());
    }
    return times.isPresent() ? known.withTimes(times.get()) : known;
  }
}
