package io.shopkeeper.ml.hybrid;

import io.shopkeeper.ml.algorithm.Limits;
import io.shopkeeper.ml.algorithm.WrongOptionException;
import io.shopkeeper.ml.ranking.LogSize;
import io.shopkeeper.ml.ranking.RankingAlgorithm;
import io.shopkeeper.ml.ranking.RankingData;
import io.shopkeeper.ml.ranking.RankingModel;
import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.TableModel;
import io.shopkeeper.ml.training.PartOfTraining;
import io.shopkeeper.ml.training.TrainingListener;
import java.io.DataInput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Two stages (Covington, Adams and Sargin, RecSys 2016): several algorithms propose items that are
 * not in the history, and a model orders them by what all of them say, by popularity, by trend and
 * by the length of the history. It is learnt from interactions that were held out of a first
 * training; then the algorithms are trained once more on everything. Items that nobody proposes are
 * not ranked. Where fewer than {@value #LEAST} held-out interactions are among the proposals, the
 * mean of the standardised scores orders them.
 */
public final class LearnedHybrid implements RankingAlgorithm<LearnedHybrid.Options> {

  static final String NAME = "learned" + WeightedHybrid.SUFFIX;
  private static final int LEAST = 20;

  private final Function<String, Optional<RankingAlgorithm<?>>> find;

  /**
   * A hybrid.
   *
   * @param find algorithms by name
   */
  public LearnedHybrid(Function<String, Optional<RankingAlgorithm<?>>> find) {
    this.find = find;
  }

  /**
   * Options.
   *
   * @param algorithms names, each perhaps with {@code /} and a preset
   * @param learner the second model
   * @param candidates proposed by each algorithm
   * @param heldOut which interactions it learns from
   * @param part of each user's interactions that are held out
   * @param most of them
   */
  public record Options(
      List<String> algorithms,
      SecondStage learner,
      @Limits(least = 1, most = 10_000, searchLeast = 30, searchMost = 300, logarithmic = true)
          int candidates,
      HeldOutChoice heldOut,
      @Limits(least = 0, most = 0.5) double part,
      @Limits(least = 1, most = 1000) int most) {

    public Options {
      algorithms = HybridOptions.algorithms(algorithms);
      if (learner == null) {
        throw new WrongOptionException("learner", "is missing");
      }
      WrongOptionException.unlessWithin("candidates", candidates, 1, 10_000);
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
    presets.put(
        "next",
        new Options(HybridOptions.NEXT, SecondStage.BOOSTING, 60, HeldOutChoice.LAST, 0.05, 5));
    presets.put(
        "taste",
        new Options(HybridOptions.TASTE, SecondStage.BOOSTING, 60, HeldOutChoice.ANY, 0.1, 20));
    presets.put(
        "light",
        new Options(HybridOptions.LIGHT, SecondStage.BOOSTING, 60, HeldOutChoice.LAST, 0, 1));
    presets.put(
        "complete",
        new Options(HybridOptions.COMPLETE, SecondStage.BOOSTING, 60, HeldOutChoice.LAST, 0, 1));
    return presets;
  }

  /** The models of all, and the rows of the second stage. */
  @Override
  public long memoryBytes(LogSize size, Options options) {
    long width = 2L * options.algorithms().size() + 3;
    return HybridOptions.memoryBytes(options.algorithms(), find, size)
        + 8 * width * size.users() * options.candidates() * 2;
  }

  @Override
  public RankingModel train(
      RankingData data, Options options, long seed, TrainingListener listener) {
    listener.stopIfCancelled();
    Optional<TableModel> second = learn(data, options, seed, listener);
    var part = new Components.Part(listener, 0.6, 1);
    Components components = Components.train(options.algorithms(), find, data, seed, part);
    return new LearnedModel(
        components, CandidateFeatures.of(data), options.candidates(), options.learner(), second);
  }

  private Optional<TableModel> learn(
      RankingData data, Options options, long seed, TrainingListener listener) {
    LabelledTable rows = rows(data, options, seed, listener);
    int[] counts = ((ClassTarget) rows.target()).counts();
    if (counts[1] < LEAST || counts[0] < LEAST) {
      listener.log("only %d held-out interactions are among the proposals".formatted(counts[1]));
      return Optional.empty();
    }
    return Optional.of(
        options.learner().train(rows, seed, PartOfTraining.of(listener, 0.4, 0.6, "second stage")));
  }

  /** What the second stage learns from; the models that say it are gone before it begins. */
  private LabelledTable rows(
      RankingData data, Options options, long seed, TrainingListener listener) {
    HeldOut held = HeldOut.of(data, options.heldOut(), options.part(), options.most(), seed);
    var part = new Components.Part(listener, 0, 0.4);
    Components components =
        Components.train(options.algorithms(), find, held.training(), seed, part);
    return CandidateRows.of(
        components,
        CandidateFeatures.of(held.training()),
        held.questions(),
        options.candidates(),
        listener);
  }

  @Override
  public RankingModel read(DataInput in) throws IOException {
    return LearnedModel.read(in, find);
  }
}
