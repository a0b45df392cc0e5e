package io.shopkeeper.cli.evaluate;

import io.shopkeeper.cli.CommandFailedException;
import io.shopkeeper.ml.split.Fold;
import io.shopkeeper.ml.split.SplitRows;
import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.Column;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.Table;
import io.shopkeeper.ml.table.Target;
import io.shopkeeper.ml.table.cells.CellColumn;
import io.shopkeeper.ml.table.cells.Cells;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A table with its target and folds.
 *
 * @param left columns that nothing can be learnt from
 * @param numbers of each row its place in the file, from 0
 */
record TableData(
    LabelledTable rows, List<Fold> folds, DataSummary summary, List<String> left, int[] numbers) {

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
    return of(cells, facts, split, roles);
  }

  /**
   * Of rows that are there.
   *
   * @param facts where they come from
   */
  static TableData of(CellTable cells, FileFacts facts, Split split, Roles roles) {
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
    var columns = new ArrayList<Column>();
    var left = new ArrayList<String>();
    for (String name : cells.names()) {
      boolean feature =
          !name.equals(roles.target())
              && !roles.drop().contains(name)
              && !name.equals(roles.time().orElse(null));
      if (feature) {
        Cells.column(name, cells.column(name)).ifPresentOrElse(columns::add, () -> left.add(name));
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
    return new TableData(rows, folds, summary, left, IntStream.range(0, cells.rows()).toArray());
  }

  /**
   * Checks that there is a column.
   *
   * @throws WrongUsageException with the columns that there are
   */
  static void require(CellTable cells, String column, String option) {
    if (!cells.names().contains(column)) {
      throw new WrongUsageException(
          "%s names the column %s, but there are %s"
              .formatted(option, column, String.join(", ", cells.names())));
    }
  }

  /**
   * What is to be predicted.
   *
   * @throws WrongUsageException if the positive value never occurs
   * @throws CommandFailedException if a cell is missing, or there is only one class
   */
  static Target target(CellColumn cells, Roles roles) {
    roles
        .positive()
        .filter(positive -> !cells.contains(positive))
        .ifPresent(
            positive -> {
              throw new WrongUsageException(
                  "--positive must be a value of %s (%s), but is %s"
                      .formatted(roles.target(), String.join(", ", cells.sortedWords()), positive));
            });
    return ofRows(() -> Cells.target(roles.target(), cells, roles.positive()));
  }

  private static <T> T ofRows(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException unfit) {
      throw new CommandFailedException(unfit.getMessage(), unfit);
    }
  }

  /** What a split may look at. */
  static SplitRows known(CellTable cells, Roles roles, Target target) {
    SplitRows known = SplitRows.of(cells.rows());
    if (target instanceof ClassTarget classes) {
      known = known.withClasses(classes.codes());
    }
    return roles.time().isPresent()
        ? known.withTimes(
            ofRows(() -> Cells.times(roles.time().get(), cells.column(roles.time().get()))))
        : known;
  }
}
