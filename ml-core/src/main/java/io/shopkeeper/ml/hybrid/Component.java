package io.shopkeeper.ml.hybrid;

import io.shopkeeper.ml.algorithm.WrongOptionException;
import io.shopkeeper.ml.ranking.LogSize;
import io.shopkeeper.ml.ranking.RankingAlgorithm;
import io.shopkeeper.ml.ranking.RankingData;
import io.shopkeeper.ml.ranking.RankingModel;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.Optional;
import java.util.function.Function;

/**
 * An algorithm with one of its presets, written {@code ease} or {@code ease/recent}.
 *
 * @param options those of the preset
 */
record Component<O extends Record>(RankingAlgorithm<O> algorithm, O options) {

  /**
   * Reads how it is written.
   *
   * @throws WrongOptionException if there is no such algorithm or preset
   */
  static Component<?> parse(String written, Function<String, Optional<RankingAlgorithm<?>>> find) {
    int mark = written.indexOf('/');
    String name = mark < 0 ? written : written.substring(0, mark);
    RankingAlgorithm<?> algorithm =
        find.apply(name)
            .filter(found -> !found.name().endsWith(WeightedHybrid.SUFFIX))
            .orElseThrow(
                () ->
                    new WrongOptionException(
                        "algorithms",
                        "names “%s”: there is no such algorithm, or it is a hybrid"
                            .formatted(name)));
    return of(algorithm, mark < 0 ? Optional.empty() : Optional.of(written.substring(mark + 1)));
  }

  private static <O extends Record> Component<O> of(
      RankingAlgorithm<O> algorithm, Optional<String> preset) {
    O options = preset.isEmpty() ? algorithm.standard() : algorithm.presets().get(preset.get());
    if (options == null) {
      throw new WrongOptionException(
          "algorithms",
          "names the preset “%s”, but %s has %s"
              .formatted(
                  preset.get(), algorithm.name(), String.join(", ", algorithm.presets().keySet())));
    }
    return new Component<>(algorithm, options);
  }

  RankingModel train(RankingData data, long seed, TrainingListener listener) {
    return algorithm.train(data, options, seed, listener);
  }

  long memoryBytes(LogSize size) {
    return algorithm.memoryBytes(size, options);
  }
}
