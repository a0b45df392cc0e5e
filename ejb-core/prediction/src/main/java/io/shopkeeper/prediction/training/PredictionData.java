package io.shopkeeper.prediction.training;

import io.shopkeeper.ml.split.SplitRows;
import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.Column;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.Table;
import io.shopkeeper.ml.table.Target;
import io.shopkeeper.ml.table.cells.Cells;
import io.shopkeeper.training.snapshot.ColumnWriter;
import io.shopkeeper.training.snapshot.Snapshot;
import io.shopkeeper.training.snapshot.SnapshotWriter;
import io.shopkeeper.training.snapshot.TableFile;
import io.shopkeeper.training.snapshot.TableWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

  /** Writes the columns that a plan names. */
  static void write(SnapshotWriter writer, Map<String, List<String>> cells, Plan plan)
      throws IOException {
    TableWriter table = writer.table(TABLE);
    List<ColumnWriter> columns = new ArrayList<>();
    List<List<String>> values = new ArrayList<>();
    for (String name : plan.features()) {
      columns.add(table.texts(FEATURE + name));
      values.add(cells.get(name));
    }
    columns.add(table.texts(TARGET));
    values.add(cells.get(plan.target()));
    if (plan.time() != null) {
      columns.add(table.texts(TIME));
      values.add(cells.get(plan.time()));
    }
    int rows = values.getFirst().size();
    for (int row = 0; row < rows; row++) {
      for (int place = 0; place < columns.size(); place++) {
        String cell = values.get(place).get(row);
        columns.get(place).add(cell == null ? "" : cell);
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

  private static List<String> cells(TableFile table, String name) throws IOException {
    List<String> cells = new ArrayList<>(table.rows());
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
