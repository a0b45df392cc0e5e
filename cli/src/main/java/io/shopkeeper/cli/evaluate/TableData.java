package io.shopkeeper.cli.evaluate;

import io.shopkeeper.cli.CommandFailedException;
import io.shopkeeper.ml.split.Fold;
import io.shopkeeper.ml.split.SplitRows;
import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.Column;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.NumberTarget;
import io.shopkeeper.ml.table.Table;
import io.shopkeeper.ml.table.Target;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A table with its target and folds.
 *
 * @param left columns that nothing can be learnt from
 */
record TableData(LabelledTable rows, List<Fold> folds, DataSummary summary, List<String> left) {

  private static final Set<String> YES = Set.of("1", "yes", "true", "y", "t", "positive", "是");

  /** More distinct numbers than these are learnt as a number. */
  private static final int MOST_CLASSES = 20;

  /** Which columns are what. */
  record Roles(String target, Optional<String> positive, Set<String> drop, Optional<String> time) {}

  /** Reads what the options name. */
  static TableData read(DataOptions options, Roles roles) {
    var cells = new CellTable();
    if (options.source.files != null) {
      FileFacts train = cells.read(options.source.files.train);
      FileFacts test = cells.read(options.source.files.test);
      var fold =
          new Fold(
              IntStream.range(0, train.rows()).toArray(),
              IntStream.range(train.rows(), cells.rows()).toArray());
      return of(cells, roles, target -> List.of(fold), train, test, "files");
    }
    Split split = Split.parse(options.source.file.split, options.seed);
    FileFacts facts = cells.read(options.source.file.data);
    return of(
        cells,
        roles,
        target -> split.divide(known(cells, roles, target)),
        facts,
        facts,
        split.spec());
  }

  private interface Divider {
    List<Fold> folds(Target target);
  }

  private static TableData of(
      CellTable cells,
      Roles roles,
      Divider divider,
      FileFacts train,
      FileFacts test,
      String split) {
    require(cells, roles.target(), "--target");
    roles.time().ifPresent(time -> require(cells, time, "--time"));
    roles.drop().forEach(column -> require(cells, column, "--drop"));
    var types = new ColumnTypes();
    var columns = new ArrayList<Column>();
    for (String name : cells.names()) {
      boolean feature =
          !name.equals(roles.target())
              && !roles.drop().contains(name)
              && !name.equals(roles.time().orElse(null));
      if (feature) {
        types.of(name, cells.column(name)).ifPresent(columns::add);
      }
    }
    Target target = target(cells.column(roles.target()), roles);
    var rows = new LabelledTable(new Table(cells.rows(), columns), target);
    List<Fold> folds = divider.folds(target);
    String size =
        String.format(
            Locale.ROOT,
            "%d columns, target %s%s",
            columns.size(),
            roles.target(),
            target instanceof ClassTarget classes
                ? " of " + String.join(" | ", classes.classes())
                : "");
    var summary =
        new DataSummary(
            train,
            test,
            folds.size() == 1 ? folds.getFirst().train().length : cells.rows(),
            folds.stream().mapToInt(fold -> fold.test().length).sum(),
            split,
            size);
    return new TableData(rows, folds, summary, types.left());
  }

  private static void require(CellTable cells, String column, String option) {
    if (!cells.names().contains(column)) {
      throw new WrongUsageException(
          "%s names the column %s, but there are %s"
              .formatted(option, column, String.join(", ", cells.names())));
    }
  }

  private static Target target(CellColumn cells, Roles roles) {
    int missing = cells.indexOf(null);
    if (missing >= 0) {
      throw new CommandFailedException(
          "Row %,d has no %s: every row needs one; leave such rows out."
              .formatted(missing + 1, roles.target()));
    }
    Optional<float[]> numbers = cells.numbers();
    if (numbers.isPresent()
        && roles.positive().isEmpty()
        && new HashSet<>(cells).size() > MOST_CLASSES) {
      return new NumberTarget(numbers.get());
    }
    List<String> classes = classes(cells, roles);
    int[] codes = cells.stream().mapToInt(cell -> Math.max(0, classes.indexOf(cell))).toArray();
    return new ClassTarget(classes, codes);
  }

  /** Two with the positive one behind; more in the order of strings. */
  private static List<String> classes(List<String> cells, Roles roles) {
    var found = new ArrayList<>(new TreeSet<>(cells));
    if (roles.positive().isPresent()) {
      String positive = roles.positive().get();
      if (!found.contains(positive)) {
        throw new WrongUsageException(
            "--positive must be a value of %s (%s), but is %s"
                .formatted(roles.target(), String.join(", ", found), positive));
      }
      found.remove(positive);
      return List.of(found.size() == 1 ? found.getFirst() : "other", positive);
    }
    if (found.size() < 2) {
      throw new CommandFailedException(
          "Every row has the same %s (%s): there is nothing to tell apart."
              .formatted(roles.target(), found.getFirst()));
    }
    if (found.size() == 2 && YES.contains(found.getFirst().toLowerCase(Locale.ROOT))) {
      return List.of(found.getLast(), found.getFirst());
    }
    return List.copyOf(found);
  }

  private static SplitRows known(CellTable cells, Roles roles, Target target) {
    SplitRows known = SplitRows.of(cells.rows());
    if (target instanceof ClassTarget classes) {
      known = known.withClasses(classes.codes());
    }
    return roles.time().isPresent()
        ? known.withTimes(times(roles.time().get(), cells.column(roles.time().get())))
        : known;
  }

  private static long[] times(String column, List<String> cells) {
    long[] times = new long[cells.size()];
    for (int row = 0; row < times.length; row++) {
      times[row] = time(column, row, cells.get(row));
    }
    return times;
  }

  private static long time(String column, int row, String cell) {
    try {
      if (cell != null && cell.matches("-?\\d{1,18}(\\.0*)?")) {
        return Long.parseLong(cell.replaceAll("\\..*", ""));
      }
      return cell != null && cell.endsWith("Z")
          ? Instant.parse(cell).toEpochMilli()
          : LocalDateTime.parse(String.valueOf(cell).replace(' ', 'T'))
              .toInstant(ZoneOffset.UTC)
              .toEpochMilli();
    } catch (DateTimeParseException wrong) {
      throw new CommandFailedException(
          "Row %,d: %s must be a whole number or a time such as 2026-01-31T12:00:00Z, but is %s"
              .formatted(row + 1, column, cell == null ? "missing" : cell),
          wrong);
    }
  }
}
