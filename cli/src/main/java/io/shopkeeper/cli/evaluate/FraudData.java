package io.shopkeeper.cli.evaluate;

import io.shopkeeper.cli.CommandFailedException;
import io.shopkeeper.ml.fraud.CompactFeatures;
import io.shopkeeper.ml.fraud.FeatureSettings;
import io.shopkeeper.ml.fraud.HandbookFeatures;
import io.shopkeeper.ml.fraud.Labels;
import io.shopkeeper.ml.fraud.TransactionColumns;
import io.shopkeeper.ml.fraud.TransactionFeatures;
import io.shopkeeper.ml.split.Fold;
import io.shopkeeper.ml.split.SplitRows;
import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.Table;
import io.shopkeeper.ml.table.cells.CellColumn;
import io.shopkeeper.ml.table.cells.TimeCells;
import io.shopkeeper.ml.velocity.VelocityFeatures;
import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A table of transactions with its features, labels and folds.
 *
 * @param table of the rows that any fold has
 * @param fraud of each of its rows
 * @param losses of each of its rows; empty if no column says
 * @param columns what each was taken for
 * @param labelDelay that was used; empty if features look at no labels
 */
record FraudData(
    TableData table,
    boolean[] fraud,
    Optional<double[]> losses,
    TransactionColumns columns,
    Optional<Duration> labelDelay) {

  /** Until a fraud is known, where nothing else is said and the split is one in time. */
  private static final Duration USUAL_DELAY = Duration.ofDays(7);

  /** Makes features of a table. */
  interface Maker {
    Table of(
        TransactionColumns columns,
        Optional<Duration> labelDelay,
        Map<String, CellColumn> cells,
        Labels labels,
        int[] rows);

    /** The general ones. */
    Maker GENERAL =
        (columns, labelDelay, cells, labels, rows) ->
            new TransactionFeatures(columns, FeatureSettings.usual(labelDelay))
                .of(cells, labels, rows);

    /** The fifteen of the Fraud Detection Handbook. */
    Maker HANDBOOK =
        (columns, labelDelay, cells, labels, rows) ->
            new HandbookFeatures(columns, labelDelay.orElse(USUAL_DELAY)).of(cells, labels, rows);

    /** Few that say much of payer and payee. */
    Maker COMPACT =
        (columns, labelDelay, cells, labels, rows) ->
            new CompactFeatures(columns, labelDelay.orElse(USUAL_DELAY)).of(cells, labels, rows);
  }

  /** Reads what the options name. */
  static FraudData read(DataOptions options, FraudRoles roles, Maker maker) {
    var cells = new CellTable();
    if (options.source.files != null) {
      FileFacts train = cells.read(options.source.files.train);
      FileFacts test = cells.read(options.source.files.test);
      var fold =
          new Fold(
              IntStream.range(0, train.rows()).toArray(),
              IntStream.range(train.rows(), cells.rows()).toArray());
      var reading = new Reading(cells, roles, train, test, "files");
      return reading.of(List.of(fold), reading.inOrder(fold), maker);
    }
    FraudSplit split = FraudSplit.parse(options.source.file.split, options.seed);
    FileFacts facts = cells.read(options.source.file.data);
    var reading = new Reading(cells, roles, facts, facts, split.spec());
    return reading.of(split.divide(reading.known()), split.inTime(), maker);
  }

  /** What is done with the cells once they are read. */
  private static final class Reading {

    private final CellTable cells;
    private final FraudRoles roles;
    private final FileFacts train;
    private final FileFacts test;
    private final String split;
    private final ClassTarget target;
    private final boolean[] fraud;
    private final TransactionColumns columns;
    private final Optional<long[]> times;

    Reading(CellTable cells, FraudRoles roles, FileFacts train, FileFacts test, String split) {
      this.cells = cells;
      this.roles = roles;
      this.train = train;
      this.test = test;
      this.split = split;
      roles.require(cells);
      target = target();
      fraud = new boolean[cells.rows()];
      for (int row = 0; row < fraud.length; row++) {
        fraud[row] = target.codes()[row] == 1;
      }
      columns = TransactionColumns.infer(columns(), roles.told());
      times = columns.time().map(this::times);
    }

    private ClassTarget target() {
      String name = roles.table().target();
      if (TableData.target(cells.column(name), roles.table()) instanceof ClassTarget classes
          && classes.classes().size() == 2) {
        return classes;
      }
      throw new WrongUsageException(
          "--target %s must have two values, or --positive must say which one is fraud"
              .formatted(name));
    }

    private long[] times(String name) {
      long[] found =
          TimeCells.any(cells.column(name))
              .orElseThrow(
                  () ->
                      new CommandFailedException(
                          "--time %s: its cells are no times such as 2018-07-25 10:30:00, 7/25/2018 10:30 or whole numbers."
                              .formatted(name)));
      for (int row = 0; row < found.length; row++) {
        if (found[row] == TimeCells.MISSING) {
          throw new CommandFailedException(
              "Row %,d: %s must be a time, but is %s."
                  .formatted(row + 1, name, cells.column(name).get(row)));
        }
      }
      return found;
    }

    SplitRows known() {
      SplitRows known = SplitRows.of(cells.rows()).withClasses(target.codes());
      return times.map(known::withTimes).orElse(known);
    }

    /** Whether all test rows come after the training rows. */
    boolean inOrder(Fold fold) {
      return times.isPresent()
          && Arrays.stream(fold.test()).mapToLong(row -> times.get()[row]).min().orElse(0)
              >= Arrays.stream(fold.train()).mapToLong(row -> times.get()[row]).max().orElse(0);
    }

    FraudData of(List<Fold> divided, boolean inTime, Maker maker) {
      Optional<Duration> delay = delay(divided, inTime);
      List<Fold> folds = divided.stream().map(fold -> kept(fold, inTime, delay)).toList();
      int[] rows = rows(folds);
      Table features =
          maker.of(columns, delay, columns(), new Labels(fraud, usable(folds, inTime)), rows);
      var table = new LabelledTable(features, target.select(rows));
      List<Fold> compact = folds.stream().map(fold -> compact(fold, rows)).toList();
      var summary =
          new DataSummary(
              train,
              test,
              folds.size() == 1 ? folds.getFirst().train().length : rows.length,
              folds.stream().mapToInt(fold -> fold.test().length).sum(),
              split,
              size(features, delay));
      return new FraudData(
          new TableData(table, compact, summary, List.of(), rows),
          picked(rows),
          roles.cost().map(name -> losses(name, rows)),
          columns,
          delay);
    }

    private Optional<Duration> delay(List<Fold> folds, boolean inTime) {
      Optional<Duration> told = roles.labelDelay().filter(delay -> !delay.isZero());
      if (told.isPresent() && (folds.size() > 1 && !inTime)) {
        throw new WrongUsageException(
            "--label-delay with several folds needs a split in time, such as forward:4");
      }
      boolean asked = roles.labelDelay().isPresent();
      return asked || !inTime || times.isEmpty() ? told : Optional.of(USUAL_DELAY);
    }

    /** Without rows whose label was not known yet, and without keys that were known. */
    private Fold kept(Fold fold, boolean inTime, Optional<Duration> delay) {
      Fold kept = fold;
      if (inTime && roles.labelDelay().isPresent() && delay.isPresent()) {
        long first =
            Arrays.stream(fold.test()).mapToLong(row -> times.orElseThrow()[row]).min().orElse(0);
        long line = first - delay.get().toMillis();
        kept =
            new Fold(
                Arrays.stream(fold.train()).filter(row -> times.get()[row] < line).toArray(),
                fold.test());
      }
      if (roles.known().isPresent()) {
        if (!inTime) {
          throw new WrongUsageException("--drop-known needs a split in time and --time");
        }
        var known =
            new KnownKeys(
                cells.column(roles.known().get()),
                times.orElseThrow(),
                fraud,
                delay.orElse(Duration.ZERO).toMillis());
        kept = new Fold(kept.train(), known.without(kept.train(), kept.test()));
      }
      return kept;
    }

    /**
     * Labels of test rows are looked at only where the split is in time, once they are known: as
     * they would come back from the bank.
     */
    private boolean[] usable(List<Fold> folds, boolean inTime) {
      boolean[] usable = new boolean[cells.rows()];
      Arrays.fill(usable, true);
      if (!inTime) {
        folds.forEach(fold -> IntStream.of(fold.test()).forEach(row -> usable[row] = false));
      }
      return usable;
    }

    private static int[] rows(List<Fold> folds) {
      var all = new BitSet();
      for (Fold fold : folds) {
        IntStream.of(fold.train()).forEach(all::set);
        IntStream.of(fold.test()).forEach(all::set);
      }
      return all.stream().toArray();
    }

    private static Fold compact(Fold fold, int[] rows) {
      return new Fold(places(fold.train(), rows), places(fold.test(), rows));
    }

    private static int[] places(int[] chosen, int[] rows) {
      return IntStream.of(chosen).map(row -> Arrays.binarySearch(rows, row)).toArray();
    }

    private boolean[] picked(int[] rows) {
      boolean[] picked = new boolean[rows.length];
      for (int i = 0; i < rows.length; i++) {
        picked[i] = fraud[rows[i]];
      }
      return picked;
    }

    private double[] losses(String name, int[] rows) {
      float[] values =
          cells
              .column(name)
              .numbers()
              .orElseThrow(
                  () -> new WrongUsageException("--cost %s must be numbers".formatted(name)));
      return IntStream.of(rows)
          .mapToDouble(row -> Float.isNaN(values[row]) ? 0 : values[row])
          .toArray();
    }

    private Map<String, CellColumn> columns() {
      Map<String, CellColumn> columns = new LinkedHashMap<>();
      cells.names().forEach(name -> columns.put(name, cells.column(name)));
      return columns;
    }

    private String size(Table features, Optional<Duration> delay) {
      int[] counts = target.counts();
      return String.format(
          Locale.ROOT,
          "%d features, %.2f %% %s%s",
          features.columns().size(),
          100.0 * counts[1] / cells.rows(),
          target.classes().get(1).equals("1") ? "fraud" : target.classes().get(1),
          delay
              .map(days -> ", labels known after " + VelocityFeatures.length(days))
              .orElse(", labels not looked at by features"));
    }
  }
}
