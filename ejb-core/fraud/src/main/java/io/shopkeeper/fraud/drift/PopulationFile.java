package io.shopkeeper.fraud.drift;

import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.NumberColumn;
import io.shopkeeper.training.CsvTable;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

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
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var parser = format.parse(new StringReader(new String(file, StandardCharsets.UTF_8)))) {
      List<Population> all = new ArrayList<>();
      parser.forEach(
          row ->
              all.add(
                  Population.read(
                      row.get(0).replaceFirst("^feature:", ""), row.get(1), row.get(2))));
      return all;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
