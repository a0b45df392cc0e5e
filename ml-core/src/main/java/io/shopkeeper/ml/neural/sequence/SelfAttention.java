package io.shopkeeper.ml.neural.sequence;

import io.shopkeeper.ml.neural.optimiser.Method;
import io.shopkeeper.ml.neural.optimiser.Schedule;
import io.shopkeeper.ml.neural.train.Epochs;
import io.shopkeeper.ml.neural.train.Network;
import io.shopkeeper.ml.neural.train.Plan;
import io.shopkeeper.ml.ranking.LogSize;
import io.shopkeeper.ml.ranking.RankingAlgorithm;
import io.shopkeeper.ml.ranking.RankingData;
import io.shopkeeper.ml.ranking.RankingModel;
import io.shopkeeper.ml.training.TrainingListener;
import java.io.DataInput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Foretells the next item from those before it by self-attention (SASRec: Kang and McAuley:
 * Self-Attentive Sequential Recommendation, ICDM 2018), with the softmax over all items as its loss
 * and norms before the blocks. Users are not told apart but by their histories. An epoch takes
 * about 3 × interactions × width × (items + 12 × blocks × width) multiplications: it suits some ten
 * thousand items.
 */
public final class SelfAttention implements RankingAlgorithm<SelfAttentionOptions> {

  static final String NAME = "self-attention";

  private static final int FEWEST_STEPS = 16;
  private static final int SMALL_BATCH = 8;
  private static final double WARM_UP = 0.02;
  private static final int COPIES = 8;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Map<String, SelfAttentionOptions> presets() {
    var presets = new LinkedHashMap<String, SelfAttentionOptions>();
    presets.put(
        "standard", new SelfAttentionOptions(50, 64, 1, 2, 0.2, 1e-3, 40, 128, 0.01, 0.1, 4));
    presets.put("small", new SelfAttentionOptions(20, 32, 1, 1, 0.2, 2e-3, 20, 128, 0.01, 0.1, 3));
    return presets;
  }

  @Override
  public long memoryBytes(LogSize size, SelfAttentionOptions options) {
    long width = options.width();
    long parameters =
        size.items() * width + 16 * width * width * options.blocks() + options.length() * width;
    return RankingAlgorithm.super.memoryBytes(size, options)
        + 4 * COPIES * parameters
        + 4L * 4 * 128 * size.items();
  }

  @Override
  public RankingModel train(
      RankingData data, SelfAttentionOptions options, long seed, TrainingListener listener) {
    listener.stopIfCancelled();
    listener.progress(0, "sequences");
    var random = new SplittableRandom(seed);
    Sequences sequences =
        Sequences.of(data.log(), options.length(), options.validationShare(), random.split());
    int items = data.log().items();
    Network network = Blocks.network(items, sequences.length(), options);
    network.initialise(random.split());
    if (sequences.learnt().length > 0) {
      Plan plan = plan(options, sequences.learnt().length);
      var learner =
          new SequenceLearner(network, sequences, options, plan, random.split(), listener);
      new Epochs(plan, listener).run(network.values(), learner);
    }
    return new SelfAttentionModel(options, sequences.length(), sequences.seen(), network);
  }

  /** Few sequences make smaller batches, so that an epoch has some steps. */
  private static Plan plan(SelfAttentionOptions options, int sequences) {
    int most = Math.max(SMALL_BATCH, sequences / FEWEST_STEPS);
    return new Plan(
        options.epochs(),
        Math.min(options.batchSize(), most),
        Method.ADAM_W,
        options.learningRate(),
        Schedule.CONSTANT,
        WARM_UP,
        options.weightDecay(),
        1,
        options.patience());
  }

  @Override
  public RankingModel read(DataInput in) throws IOException {
    return SelfAttentionModel.read(in);
  }
}
