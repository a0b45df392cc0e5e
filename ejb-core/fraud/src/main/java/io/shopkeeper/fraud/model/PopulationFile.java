package io.shopkeeper.fraud.model;

import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.NumberColumn;
import io.shopkeeper.training.CsvTable;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How scores and features were spread when a version was trained; a file that is kept with the
 * version. Scores are those of the held-out payments, which the model had not learnt from; features
 * those of all payments it learnt from.
 */
public final class PopulationFile {

  /** Its name. */
  public static final String NAME = "population.csv";

  /** The name of the scores. */
  public static final String SCORE = "score";

  private PopulationFile() {}

  /**
   * Writes it.
   *
   * @param scores of payments that were held out, 0 to 1
   * @param learnt whose features are numbers
   */
  public static byte[] write(double[] scores, LabelledTable learnt, long seed) {
    var table = new CsvTable().row("name", "edges", "counts_and_missing");
    add(table, Population.of(SCORE, scores, seed));
    learnt
        .features()
        .columns()
        .forEach(
            column -> {
              float[] values = ((NumberColumn) column).values();
              double[] doubles = new double[values.length];
              for (int row = 0; row < values.length; row++) {
                doubles[row] = values[row];
              }
              add(table, Population.of("feature:" + column.name(), doubles, seed));
            });
    return table.bytes();
  }

  private static void add(CsvTable table, Population population) {
    table.row(population.name(), population.edgesText(), population.countsText());
  }

  /** Reads it: the scores first, then the features, each by its own name. */
  public static List<Population> read(byte[] file) {
    return new String(file, StandardCharsets.UTF_8)
        .lines()
        .skip(1)
        .map(line -> line.split(",", -1))
        .map(row -> Population.read(row[0].replaceFirst("^feature:", ""), row[1], row[2]))
        .toList();
  }
}
