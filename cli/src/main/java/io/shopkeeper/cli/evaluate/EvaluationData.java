package io.shopkeeper.cli.evaluate;

import io.shopkeeper.ml.split.Fold;
import io.shopkeeper.ml.table.Table;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The rows of a task with their folds.
 *
 * @param train the file (or both) of the training rows
 * @param test the file of the test rows
 * @param split as it was asked for; {@code files} for two files
 * @param attributes of the items; without a column where no file tells of them
 */
record EvaluationData(
    Interactions rows,
    List<Fold> folds,
    FileFacts train,
    FileFacts test,
    String split,
    Table attributes) {

  /**
   * Which rows of a file count, and how.
   *
   * @param leastRating rows with a lesser rating are left out; null for all rows
   * @param items a file of the items and their attributes; null for none
   * @param session the column that stands for the user; null for none
   * @param whole whether all rows of one user or session must be in one part
   */
  record Reading(Float leastRating, String items, String session, boolean whole) {

    /** All rows as they are. */
    static final Reading PLAIN = new Reading(null, null, null, false);
  }

  /** Reads what the options name. */
  static EvaluationData read(DataOptions options, Reading reading) {
    var collected = new InteractionRows();
    if (options.source.files != null) {
      FileFacts train =
          InteractionFile.read(options.source.files.train, collected, reading.session);
      FileFacts test = InteractionFile.read(options.source.files.test, collected, reading.session);
      Optional<ItemFile> items = know(reading.items, collected);
      Interactions rows = collected.build();
      int end = train.rows();
      var fold =
          new Fold(IntStream.range(0, end).toArray(), IntStream.range(end, rows.size()).toArray());
      return new EvaluationData(
          rows,
          List.of(atLeast(fold, rows, reading.leastRating)),
          train,
          test,
          "files",
          attributes(items, rows));
    }
    Split split = Split.parse(options.source.file.split, options.seed);
    FileFacts facts = InteractionFile.read(options.source.file.data, collected, reading.session);
    Optional<ItemFile> items = know(reading.items, collected);
    Interactions rows = collected.build();
    List<Fold> folds = reading.whole ? split.divideWhole(rows) : split.divide(rows);
    return new EvaluationData(
        rows,
        folds.stream().map(fold -> atLeast(fold, rows, reading.leastRating)).toList(),
        facts,
        facts,
        split.spec(),
        attributes(items, rows));
  }

  private static Optional<ItemFile> know(String items, InteractionRows collected) {
    Optional<ItemFile> file = Optional.ofNullable(items).map(ItemFile::read);
    file.ifPresent(read -> read.items().forEach(collected::know));
    return file;
  }

  private static Table attributes(Optional<ItemFile> items, Interactions rows) {
    return items
        .map(read -> read.attributes(rows.itemIds()))
        .orElseGet(() -> new Table(rows.itemIds().size(), List.of()));
  }

  private static Fold atLeast(Fold fold, Interactions rows, Float leastRating) {
    if (leastRating == null) {
      return fold;
    }
    return new Fold(
        IntStream.of(fold.train()).filter(row -> rows.rating()[row] >= leastRating).toArray(),
        IntStream.of(fold.test()).filter(row -> rows.rating()[row] >= leastRating).toArray());
  }

  /** What a report says of it. */
  DataSummary summary() {
    return new DataSummary(
        train,
        test,
        folds.size() == 1 ? folds.getFirst().train().length : rows.size(),
        folds.stream().mapToInt(fold -> fold.test().length).sum(),
        split,
        String.format(
            Locale.ROOT, "%,d users, %,d items", rows.userIds().size(), rows.itemIds().size()));
  }
}
