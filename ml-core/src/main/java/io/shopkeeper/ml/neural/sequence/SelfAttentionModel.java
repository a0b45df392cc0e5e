package io.shopkeeper.ml.neural.sequence;

import io.shopkeeper.ml.algorithm.StoredForm;
import io.shopkeeper.ml.algorithm.StoredOptions;
import io.shopkeeper.ml.kernel.FloatBlock;
import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.neural.layer.Mode;
import io.shopkeeper.ml.neural.train.Network;
import io.shopkeeper.ml.neural.train.Replica;
import io.shopkeeper.ml.neural.train.Replicas;
import io.shopkeeper.ml.ranking.History;
import io.shopkeeper.ml.ranking.RankingModel;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** Scores by what the last position of a history became. Immutable; safe for several threads. */
final class SelfAttentionModel implements RankingModel {

  private static final int FORMAT = 1;

  private final SelfAttentionOptions options;
  private final int length;
  private final boolean[] seen;
  private final Network network;
  private final Replicas replicas;

  /**
   * @param length positions of the network
   * @param seen items that something was learnt of
   */
  SelfAttentionModel(SelfAttentionOptions options, int length, boolean[] seen, Network network) {
    this.options = options;
    this.length = length;
    this.seen = seen;
    this.network = network;
    this.replicas = new Replicas(network, 1);
  }

  @Override
  public int items() {
    return seen.length;
  }

  @Override
  public void score(History history, float[] scores) {
    Arrays.fill(scores, 0, items(), Float.NEGATIVE_INFINITY);
    int[] known = Sequences.known(history, items());
    int count = Math.min(length, known.length);
    if (count == 0) {
      return;
    }
    int[] latest = Arrays.copyOfRange(known, known.length - count, known.length);
    float[] state = replicas.use(replica -> state(replica, latest));
    KernelBackends.current()
        .steady()
        .gemv(
            false,
            items(),
            options.width(),
            1,
            FloatBlock.of(network.values(), options.width()),
            state,
            0,
            scores);
    for (int item = 0; item < items(); item++) {
      scores[item] = seen[item] ? scores[item] : Float.NEGATIVE_INFINITY;
    }
  }

  /** What the last of these items became. */
  private float[] state(Replica replica, int[] latest) {
    Arrays.fill(replica.input(), -1);
    for (int place = 0; place < latest.length; place++) {
      replica.input()[place] = latest[place];
    }
    float[] hidden = replica.forward(1, Mode.EVALUATION);
    int end = latest.length * options.width();
    return Arrays.copyOfRange(hidden, end - options.width(), end);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    StoredForm.writeHeader(out, SelfAttention.NAME, FORMAT);
    StoredOptions.write(out, options);
    out.writeInt(length);
    int[] flags = new int[seen.length];
    for (int item = 0; item < flags.length; item++) {
      flags[item] = seen[item] ? 1 : 0;
    }
    StoredForm.write(out, flags);
    StoredForm.write(out, network.values());
  }

  static SelfAttentionModel read(DataInput in) throws IOException {
    StoredForm.readHeader(in, SelfAttention.NAME, FORMAT);
    SelfAttentionOptions options = StoredOptions.read(in, new SelfAttention().standard());
    int length = in.readInt();
    if (length < 1 || length > options.length()) {
      throw new IOException("damaged: %d positions".formatted(length));
    }
    int[] flags = StoredForm.readInts(in);
    float[] values = StoredForm.readFloats(in);
    boolean[] seen = new boolean[flags.length];
    for (int item = 0; item < flags.length; item++) {
      seen[item] = flags[item] != 0;
    }
    long vectors = ((long) flags.length + length) * options.width();
    if (vectors > values.length) {
      throw new IOException("damaged: %d values are too few".formatted(values.length));
    }
    Network network = Blocks.network(flags.length, length, options);
    if (network.values().length != values.length) {
      throw new IOException(
          "damaged: %d values instead of %d".formatted(values.length, network.values().length));
    }
    System.arraycopy(values, 0, network.values(), 0, values.length);
    return new SelfAttentionModel(options, length, seen, network);
  }
}
