package io.shopkeeper.cli.evaluate;

import io.shopkeeper.ml.algorithm.Algorithm;
import io.shopkeeper.ml.algorithm.OptionsForm;
import io.shopkeeper.ml.algorithm.WrongOptionException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** What every task takes: the algorithm and its options, the seed, what is printed. */
class RunOptions {

  @Option(
      names = "--algorithm",
      paramLabel = "NAME",
      description = "One algorithm, or all for a leaderboard. Default: ${DEFAULT-VALUE}.",
      defaultValue = "default")
  String algorithm;

  @Option(
      names = "--preset",
      paramLabel = "NAME",
      description = "Named options of the algorithm. Default: its first.")
  String preset;

  @Option(
      names = "--option",
      paramLabel = "NAME=VALUE",
      description = "An option of the algorithm, over its preset; may be repeated.")
  Map<String, String> settings = new LinkedHashMap<>();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of everything that is drawn. Default: ${DEFAULT-VALUE}.",
      defaultValue = "42")
  long seed;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "At most so many. Default: all cores.")
  Integer threads;

  @Option(names = "--json", description = "Print one JSON object a line for each algorithm.")
  boolean json;

  @Option(
      names = "--predictions",
      paramLabel = "OUT.csv",
      description = "Write a row for each test case.")
  Path predictions;

  /**
   * What an algorithm is trained with: what was asked for where it is the one that was, else its
   * standard options.
   *
   * @throws WrongUsageException if it has no such preset or option, or a value is not allowed
   */
  <O extends Record> O optionsOf(Algorithm<?, O, ?> trained, String standard) {
    return optionsOf(trained, standard, trained.standard());
  }

  /**
   * The same where a task has usual options of its own.
   *
   * @param usual where no preset is asked for
   */
  <O extends Record> O optionsOf(Algorithm<?, O, ?> trained, String standard, O usual) {
    boolean asked = trained.name().equals(algorithm.equals("default") ? standard : algorithm);
    O options = asked && preset != null ? preset(trained) : usual;
    if (!asked || settings.isEmpty()) {
      return options;
    }
    try {
      return OptionsForm.of(options).parse(settings);
    } catch (WrongOptionException wrong) {
      throw new WrongUsageException("--option " + wrong.getMessage());
    }
  }

  private <O extends Record> O preset(Algorithm<?, O, ?> trained) {
    O options = trained.presets().get(preset);
    if (options == null) {
      throw new WrongUsageException(
          "--preset must be one of %s, but is %s"
              .formatted(String.join(", ", trained.presets().keySet()), preset));
    }
    return options;
  }
}
