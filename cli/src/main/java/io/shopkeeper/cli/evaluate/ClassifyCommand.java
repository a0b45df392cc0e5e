package io.shopkeeper.cli.evaluate;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Predicts a column of any table from the others. */
@Command(
    name = "classify",
    mixinStandardHelpOptions = true,
    description = {
      "Predicts a column of a table from the others, and prints how well.",
      "Files: CSV, TSV or JSON lines with a header; types are inferred: numbers, else categories; columns in which hardly a word occurs twice are left out.",
      "A target of more than 20 different numbers is predicted as a number.",
      "--algorithm all runs every algorithm that fits the target."
    })
final class ClassifyCommand implements Callable<Integer> {

  @Mixin private DataOptions options;

  @Option(
      names = "--target",
      required = true,
      paramLabel = "COLUMN",
      description = "What is predicted.")
  private String target;

  @Option(
      names = "--positive",
      paramLabel = "VALUE",
      description = "The value of the target that counts as positive; all others are one class.")
  private String positive;

  @Option(
      names = "--drop",
      paramLabel = "COLUMNS",
      split = ",",
      description = "Columns that are not looked at, with commas.")
  private Set<String> drop = new LinkedHashSet<>();

  @Option(
      names = "--time",
      paramLabel = "COLUMN",
      description = "When each row was, for a split by time; it is not learnt from.")
  private String time;

  @Option(
      names = "--learning-curve",
      description =
          "Also train on five parts of growing size: would more rows help? Takes twice as long.")
  private boolean learningCurve;

  @Option(
      names = "--nested",
      description =
          "Also search for options in each fold anew and measure what the search reaches on what the fold holds out.")
  private boolean nested;

  @Option(
      names = "--trials",
      paramLabel = "N",
      description = "Of each search of --nested, 1 to 1000. Default: ${DEFAULT-VALUE}.",
      defaultValue = "20")
  private int trials;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return Task.guarded(spec.commandLine(), this::run);
  }

  private int run() {
    var roles =
        new TableData.Roles(target, Optional.ofNullable(positive), drop, Optional.ofNullable(time));
    TableData data = TableData.read(options, roles);
    if (!data.left().isEmpty()) {
      spec.commandLine()
          .getErr()
          .println(
              "Left out, since hardly a word in them occurs twice: "
                  + String.join(", ", data.left()));
    }
    return new TableContest(spec, options, data)
        .run("classify", new TableContest.Studies(learningCurve, nested, trials));
  }
}
