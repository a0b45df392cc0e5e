package io.shopkeeper.bench;

import io.shopkeeper.bench.data.CardPayments;
import io.shopkeeper.bench.data.FirstPurchases;
import io.shopkeeper.bench.data.LabelledReviews;
import io.shopkeeper.bench.data.MadeTables;
import io.shopkeeper.bench.data.ScopedMessages;
import io.shopkeeper.bench.data.TabularCase;
import io.shopkeeper.ml.metric.BinaryScores;
import io.shopkeeper.ml.split.Holdout;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes tables of the leaderboards as files that {@code evaluate} reads. */
@Command(
    name = "data",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a table of the leaderboards as CSV, the target being the column label. Of a generated one",
      "it also prints the AUC of the rule behind it, the most that a model can reach.",
      "  B          generated purchases, 200,000 × 5",
      "  D          generated, not linear, 1,000,000 × 30",
      "  fraud-30k  from fraud_data_30k.csv: 18 columns, and time for a split by it",
      "  fraud-sim  from the Fraud Detection Handbook's transactions: 15 columns, two files",
      "  clothing   from womens_clothing_reviews.csv: text and label, 1 for four and five stars",
      "  cells      from amazon_cells_labelled.txt: text and label",
      "  clinc      from CLINC150's data_full.json: text and label, oos out of scope; three files"
    })
final class DataCommand implements Callable<Integer> {

  private static final int PERCENT = 20;
  private static final List<String> MADE = List.of("B", "D");
  private static final List<String> NAMES =
      List.of("B", "D", "fraud-30k", "fraud-sim", "clothing", "cells", "clinc");

  @Parameters(paramLabel = "NAME", description = "One of them.")
  private String name;

  @Option(
      names = "--from",
      paramLabel = "FILE",
      description = "The file of a real data set, gzipped or not.")
  private Path from;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FOLDER",
      description = "Where NAME.csv goes, or NAME-train.csv, NAME-test.csv and so on.")
  private Path to;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (!NAMES.contains(name)) {
      throw wrong("NAME must be one of %s, but is %s".formatted(String.join(", ", NAMES), name));
    }
    if (!MADE.contains(name) && (from == null || !Files.isRegularFile(from))) {
      throw wrong("--from must name the file that %s is made of".formatted(name));
    }
    Files.createDirectories(to);
    switch (name) {
      case "B" -> writeMade(MadeTables.purchases());
      case "D" -> writeMade(MadeTables.nonLinear(1_000_000));
      case "fraud-30k" -> write(FirstPurchases.read(from), name);
      case "clothing" -> write(LabelledReviews.clothing(from), name);
      case "cells" -> write(LabelledReviews.cells(from), name);
      case "clinc" -> {
        for (ScopedMessages.Side side : ScopedMessages.read(from)) {
          write(side.rows(), name + "-" + side.name());
        }
      }
      default -> {
        CardPayments.Sides sides = CardPayments.read(from);
        write(sides.train(), name + "-train");
        write(sides.test(), name + "-test");
      }
    }
    return 0;
  }

  /** With what the rule itself reaches, which is the most that a model can. */
  private void writeMade(TabularCase made) throws IOException {
    write(made, name);
    int[] test = Holdout.rule(made.rows(), PERCENT).test();
    double[] odds = MadeTables.odds(made);
    double[] scores = Arrays.stream(test).mapToDouble(row -> odds[row]).toArray();
    double auc = new BinaryScores(scores, made.select(test).positive()).auc();
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "the rule itself, on the %,d test rows of rule:%d: AUC %.4f%n",
            test.length,
            PERCENT,
            auc);
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private void write(TabularCase data, String file) throws IOException {
    Path path = to.resolve(file + ".csv");
    try (var out = new PrintWriter(Files.newBufferedWriter(path))) {
      out.println(String.join(",", data.columns()) + ",label");
      var line = new StringBuilder();
      for (int row = 0; row < data.rows(); row++) {
        line.setLength(0);
        for (float[] column : data.values()) {
          line.append(text(column[row])).append(',');
        }
        out.println(line.append(data.positive()[row] ? 1 : 0));
      }
      if (out.checkError()) {
        throw new IOException("Cannot write " + path);
      }
    }
    spec.commandLine().getOut().printf(Locale.ROOT, "%s: %,d rows%n", path, data.rows());
  }

  private void write(List<LabelledReviews.Row> reviews, String file) throws IOException {
    Path path = to.resolve(file + ".csv");
    try (var out = new CSVPrinter(Files.newBufferedWriter(path), CSVFormat.DEFAULT)) {
      out.printRecord("text", "label");
      for (LabelledReviews.Row review : reviews) {
        out.printRecord(review.text(), review.label());
      }
    }
    spec.commandLine().getOut().printf(Locale.ROOT, "%s: %,d rows%n", path, reviews.size());
  }

  private static String text(float value) {
    return value == (int) value ? Integer.toString((int) value) : Float.toString(value);
  }
}
