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
 * @param userAttributes without a column where no file tells of users
 * @param itemAttributes without a column where no file tells of items
 */
record EvaluationData(
    Interactions rows,
    List<Fold> folds,
    FileFacts train,
    FileFacts test,
    String split,
    Table userAttributes,
    Table itemAttributes) {

  /**
   * Which rows of a file count, and how.
   *
   * @param leastRating rows with a lesser rating are left out; null for all rows
   * @param users a file of the users' attributes; null for none
   * @param items a file of the items and their attributes; null for none
   * @param rows where they stand in a line, and which lines are left out
   * @param whole whether all rows of one user or session must be in one part
   */
  record Reading(Float leastRating, String users, String items, ReadRows rows, boolean whole) {}

  /** Reads what the options name. */
  static EvaluationData read(DataOptions options, Reading reading) {
    var collected = new InteractionRows();
    if (options.source.files != null) {
      FileFacts train = InteractionFile.read(options.source.files.train, collected, reading.rows);
      FileFacts test = InteractionFile.read(options.source.files.test, collected, reading.rows);
      Optional<AttributeFile> items = know(reading.items, collected);
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
          users(reading.users, rows),
          attributes(items, rows.itemIds()));
    }
    Split split = Split.parse(options.source.file.split, options.seed);
    FileFacts facts = InteractionFile.read(options.source.file.data, collected, reading.rows);
    Optional<AttributeFile> items = know(reading.items, collected);
    Interactions rows = collected.build();
    List<Fold> folds = reading.whole ? split.divideWhole(rows) : split.divide(rows);
    return new EvaluationData(
        rows,
        folds.stream().map(fold -> atLeast(fold, rows, reading.leastRating)).toList(),
        facts,
        facts,
        split.spec(),
        users(reading.users, rows),
        attributes(items, rows.itemIds()));
  }

  /** Items that nobody has are candidates, too. */
  private static Optional<AttributeFile> know(String items, InteractionRows collected) {
    Optional<AttributeFile> file =
        Optional.ofNullable(items).map(name -> AttributeFile.read(name, AttributeFile.Kind.ITEMS));
    file.ifPresent(read -> read.ids().forEach(collected::know));
    return file;
  }

  private static Table users(String users, Interactions rows) {
    return attributes(
        Optional.ofNullable(users).map(name -> AttributeFile.read(name, AttributeFile.Kind.USERS)),
        rows.userIds());
  }

  private static Table attributes(Optional<AttributeFile> file, List<String> ids) {
    return file.map(read -> read.attributes(ids)).orElseGet(() -> new Table(ids.size(), List.of()));
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
