package io.shopkeeper.ml.hybrid;

import io.shopkeeper.ml.algorithm.Limits;
import io.shopkeeper.ml.ranking.LogSize;
import io.shopkeeper.ml.ranking.RankingAlgorithm;
import io.shopkeeper.ml.ranking.RankingData;
import io.shopkeeper.ml.ranking.RankingModel;
import io.shopkeeper.ml.training.TrainingListener;
import java.io.DataInput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The weighted sum of what several algorithms say, each one's scores standardised over the items
 * (Burke: Hybrid Recommender Systems, User Modeling and User-Adapted Interaction 12, 2002). Weights
 * that are not given are learnt: the algorithms are trained without some interactions of each user,
 * the weights are those that make these likely, and then all are trained once more on everything.
 */
public final class WeightedHybrid implements RankingAlgorithm<WeightedHybrid.Options> {

  static final String SUFFIX = "-hybrid";
  static final String NAME = "weighted" + SUFFIX;

  private final Function<String, Optional<RankingAlgorithm<?>>> find;

  /**
   * A hybrid.
   *
   * @param find algorithms by name
   */
  public WeightedHybrid(Function<String, Optional<RankingAlgorithm<?>>> find) {
    this.find = find;
  }

  /**
   * Options.
   *
   * @param algorithms names, each perhaps with {@code /} and a preset
   * @param weights one for each algorithm, 0 or more; empty to learn them
   * @param heldOut which interactions weights are learnt from
   * @param part of each user's interactions that are held out
   * @param most of them
   */
  public record Options(
      List<String> algorithms,
      List<String> weights,
      HeldOutChoice heldOut,
      @Limits(least = 0, most = 0.5) double part,
      @Limits(least = 1, most = 1000) int most) {

    public Options {
      algorithms = HybridOptions.algorithms(algorithms);
      weights = HybridOptions.weights(weights, algorithms.size());
      HybridOptions.check(heldOut, part, most);
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Map<String, Options> presets() {
    var presets = new LinkedHashMap<String, Options>();
    presets.put("next", new Options(HybridOptions.NEXT, List.of(), HeldOutChoice.LAST, 0.05, 5));
    presets.put("taste", new Options(HybridOptions.TASTE, List.of(), HeldOutChoice.ANY, 0.1, 20));
    presets.put("light", fixed(HybridOptions.LIGHT, "2.8", "1.4", "1"));
    presets.put("click", fixed(HybridOptions.CLICK, "1", "0.2"));
    presets.put("complete", fixed(HybridOptions.COMPLETE, "1", "1", "1.4", "0.35"));
    return presets;
  }

  /**
   * Weights that ranked best what was held out of training rows: of Beauty, and of YooChoose for
   * clicks.
   */
  private static Options fixed(List<String> algorithms, String... weights) {
    return new Options(algorithms, List.of(weights), HeldOutChoice.LAST, 0, 1);
  }

  /** That of the greediest component, and the models of all. */
  @Override
  public long memoryBytes(LogSize size, Options options) {
    return HybridOptions.memoryBytes(options.algorithms(), find, size);
  }

  @Override
  public RankingModel train(
      RankingData data, Options options, long seed, TrainingListener listener) {
    listener.stopIfCancelled();
    boolean learnt = options.weights().isEmpty();
    double[] weights =
        learnt
            ? learn(data, options, seed, listener)
            : options.weights().stream().mapToDouble(Double::parseDouble).toArray();
    var part = new Components.Part(listener, learnt ? 0.5 : 0, 1);
    return new WeightedModel(
        Components.train(options.algorithms(), find, data, seed, part), weights);
  }

  private double[] learn(RankingData data, Options options, long seed, TrainingListener listener) {
    HeldOut held = HeldOut.of(data, options.heldOut(), options.part(), options.most(), seed);
    var part = new Components.Part(listener, 0, 0.45);
    Components components =
        Components.train(options.algorithms(), find, held.training(), seed, part);
    double[] weights = WeightLearning.learn(components, held.questions(), listener);
    for (int i = 0; i < weights.length; i++) {
      listener.log("%s weighs %.3f".formatted(options.algorithms().get(i), weights[i]));
    }
    return weights;
  }

  @Override
  public RankingModel read(DataInput in) throws IOException {
    return WeightedModel.read(in, find);
  }
}
