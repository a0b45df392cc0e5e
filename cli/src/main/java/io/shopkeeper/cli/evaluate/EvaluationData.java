package io.shopkeeper.cli.evaluate;

import io.shopkeeper.ml.split.Fold;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The rows of a task with their folds.
 *
 * @param train the file (or both) of the training rows
 * @param test the file of the test rows
 * @param split as it was asked for; {@code files} for two files
 */
record EvaluationData(
    Interactions rows, List<Fold> folds, FileFacts train, FileFacts test, String split) {

  /**
   * Reads what the options name.
   *
   * @param leastRating rows with a lesser rating are left out; null for all rows
   * @param items a file of further items; null for none
   */
  static EvaluationData read(DataOptions options, Float leastRating, String items) {
    var collected = new InteractionRows();
    if (options.source.files != null) {
      FileFacts train = InteractionFile.read(options.source.files.train, collected);
      FileFacts test = InteractionFile.read(options.source.files.test, collected);
      know(items, collected);
      Interactions rows = collected.build();
      int end = train.rows();
      var fold =
          new Fold(IntStream.range(0, end).toArray(), IntStream.range(end, rows.size()).toArray());
      return new EvaluationData(
          rows, List.of(atLeast(fold, rows, leastRating)), train, test, "files");
    }
    Split split = Split.parse(options.source.file.split, options.seed);
    FileFacts facts = InteractionFile.read(options.source.file.data, collected);
    know(items, collected);
    Interactions rows = collected.build();
    List<Fold> folds =
        split.divide(rows).stream().map(fold -> atLeast(fold, rows, leastRating)).toList();
    return new EvaluationData(rows, folds, facts, facts, split.spec());
  }

  private static void know(String items, InteractionRows collected) {
    if (items != null) {
      ItemFile.read(items).forEach(collected::know);
    }
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
