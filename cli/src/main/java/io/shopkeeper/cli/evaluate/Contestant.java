package io.shopkeeper.cli.evaluate;

import io.shopkeeper.ml.algorithm.OptionsForm;
import io.shopkeeper.ml.family.RankingAlgorithms;
import io.shopkeeper.ml.ranking.RankingAlgorithm;
import io.shopkeeper.ml.ranking.RankingData;
import io.shopkeeper.ml.ranking.RankingModel;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An algorithm that ranks, with its options.
 *
 * @param label as reports call it
 */
record Contestant<O extends Record>(String label, RankingAlgorithm<O> algorithm, O options) {

  /** Stands for the algorithms that a hybrid puts together. */
  static final String PARTS = "parts";

  /** Stands for every algorithm that is no hybrid. */
  static final String ALL = "all";

  private static final String HYBRID = "-hybrid";
  private static final String ALGORITHMS = "algorithms";

  /** With what was asked for on the command line, or its standard options. */
  static Contestant<?> asked(String name, RunOptions options, String standard) {
    return asked(RankingAlgorithms.find(name).orElseThrow(), options, standard);
  }

  private static <O extends Record> Contestant<O> asked(
      RankingAlgorithm<O> algorithm, RunOptions options, String standard) {
    return new Contestant<>(algorithm.name(), algorithm, options.optionsOf(algorithm, standard));
  }

  /**
   * Those that a list names: {@code NAME}, {@code NAME/PRESET}, {@link #PARTS} or {@link #ALL}.
   *
   * @param main whose parts are meant
   * @throws WrongUsageException if something is not known
   */
  static List<Contestant<?>> parse(String list, Contestant<?> main) {
    List<Contestant<?>> contestants = new ArrayList<>();
    for (String word : list.split(",")) {
      switch (word.strip()) {
        case PARTS -> main.parts().forEach(part -> contestants.add(named(part)));
        case ALL ->
            RankingAlgorithms.all().stream()
                .map(RankingAlgorithm::name)
                .filter(name -> !name.endsWith(HYBRID))
                .forEach(name -> contestants.add(named(name)));
        default -> contestants.add(named(word.strip()));
      }
    }
    return contestants;
  }

  private List<String> parts() {
    if (!algorithm.name().endsWith(HYBRID)) {
      throw new WrongUsageException(
          "--compare parts needs a hybrid as --algorithm, but it is " + algorithm.name());
    }
    String written = OptionsForm.of(algorithm).format(options).get(ALGORITHMS);
    return Arrays.stream(written.split(",")).map(String::strip).toList();
  }

  private static Contestant<?> named(String written) {
    int mark = written.indexOf('/');
    String name = mark < 0 ? written : written.substring(0, mark);
    RankingAlgorithm<?> algorithm =
        RankingAlgorithms.find(name)
            .orElseThrow(
                () ->
                    new WrongUsageException(
                        "--compare takes %s, %s and algorithms, each perhaps with / and a preset; there is no algorithm “%s”"
                            .formatted(PARTS, ALL, name)));
    return of(written, algorithm, mark < 0 ? null : written.substring(mark + 1));
  }

  private static <O extends Record> Contestant<O> of(
      String label, RankingAlgorithm<O> algorithm, String preset) {
    O options = preset == null ? algorithm.standard() : algorithm.presets().get(preset);
    if (options == null) {
      throw new WrongUsageException(
          "--compare names the preset “%s”, but %s has %s"
              .formatted(
                  preset, algorithm.name(), String.join(", ", algorithm.presets().keySet())));
    }
    return new Contestant<>(label, algorithm, options);
  }

  RankingModel train(RankingData data, long seed) {
    return algorithm.train(data, options, seed, TrainingListener.SILENT);
  }
}
