package io.shopkeeper.cli.evaluate;

import io.shopkeeper.cli.CommandFailedException;
import io.shopkeeper.ml.split.Fold;
import io.shopkeeper.ml.split.SplitRows;
import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.cells.CellColumn;
import io.shopkeeper.nlp.classify.LabelledTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Texts with their labels and folds. The classes are the labels that occur, in their order. Rows
 * without a text are left out before anything is divided.
 *
 * @param numbers of each text the place of its row in the files, from 0
 */
record TextData(LabelledTexts texts, List<Fold> folds, DataSummary summary, int[] numbers) {

  /**
   * Which columns are what.
   *
   * @param text one or several, which are put together with a blank
   */
  record Roles(List<String> text, String label) {}

  /** Reads what the options name. */
  static TextData read(DataOptions options, Roles roles) {
    var cells = new CellTable();
    if (options.source.files != null) {
      FileFacts train = cells.read(options.source.files.train);
      FileFacts test = cells.read(options.source.files.test);
      var rows = new Rows(cells, roles);
      int first = (int) IntStream.of(rows.numbers()).filter(row -> row < train.rows()).count();
      var fold =
          new Fold(
              IntStream.range(0, first).toArray(),
              IntStream.range(first, rows.numbers().length).toArray());
      return rows.divided(List.of(fold), train, test, "files");
    }
    Split split = Split.parse(options.source.file.split, options.seed);
    FileFacts facts = cells.read(options.source.file.data);
    var rows = new Rows(cells, roles);
    int[] codes = rows.texts.target().codes();
    List<Fold> folds = split.divide(SplitRows.of(codes.length).withClasses(codes));
    return rows.divided(folds, facts, facts, split.spec());
  }

  /** The rows that have a text. */
  private static final class Rows {

    private final List<Integer> kept = new ArrayList<>();
    private final LabelledTexts texts;

    Rows(CellTable cells, Roles roles) {
      roles.text().forEach(column -> TableData.require(cells, column, "--text"));
      TableData.require(cells, roles.label(), "--label");
      CellColumn labels = cells.column(roles.label());
      List<String> found = new ArrayList<>();
      List<String> classes = new ArrayList<>();
      for (int row = 0; row < cells.rows(); row++) {
        String text = text(cells, roles, row);
        if (!text.isBlank()) {
          kept.add(row);
          found.add(text);
          classes.add(label(labels, roles.label(), row));
        }
      }
      List<String> names = List.copyOf(new TreeSet<>(classes));
      int[] codes = classes.stream().mapToInt(names::indexOf).toArray();
      texts = new LabelledTexts(found, new ClassTarget(names, codes));
    }

    private static String text(CellTable cells, Roles roles, int row) {
      var text = new StringBuilder();
      for (String column : roles.text()) {
        String cell = cells.column(column).get(row);
        if (cell != null) {
          text.append(text.isEmpty() ? "" : " ").append(cell);
        }
      }
      return text.toString();
    }

    private static String label(CellColumn labels, String name, int row) {
      String label = labels.get(row);
      if (label == null) {
        throw new CommandFailedException(
            "Row %,d has no %s; every text needs one.".formatted(row + 1, name));
      }
      return label;
    }

    int[] numbers() {
      return kept.stream().mapToInt(row -> row).toArray();
    }

    TextData divided(List<Fold> folds, FileFacts train, FileFacts test, String split) {
      var summary =
          new DataSummary(
              train,
              test,
              folds.size() == 1 ? folds.getFirst().train().length : texts.count(),
              folds.stream().mapToInt(fold -> fold.test().length).sum(),
              split,
              texts.target().classes().size() + " classes");
      return new TextData(texts, folds, summary, numbers());
    }
  }
}
