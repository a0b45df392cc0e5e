package io.shopkeeper.ml.neural.sequence;

import io.shopkeeper.ml.algorithm.OptionsForm;
import io.shopkeeper.ml.algorithm.StoredForm;
import io.shopkeeper.ml.algorithm.WrongOptionException;
import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.neural.layer.Mode;
import io.shopkeeper.ml.neural.layer.Sums;
import io.shopkeeper.ml.neural.train.Network;
import io.shopkeeper.ml.neural.train.Replica;
import io.shopkeeper.ml.ranking.History;
import io.shopkeeper.ml.ranking.RankingModel;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Scores by what the last position of a history became. Immutable; safe for several threads. */
final class SelfAttentionModel implements RankingModel {

  private static final int FORMAT = 1;
  private static final int MOST_OPTIONS = 64;

  private final SelfAttentionOptions options;
  private final int length;
  private final boolean[] seen;
  private final Network network;

  /**
   * @param length positions of the network
   * @param seen items that something was learnt of
   */
  SelfAttentionModel(SelfAttentionOptions options, int length, boolean[] seen, Network network) {
    this.options = options;
    this.length = length;
    this.seen = seen;
    this.network = network;
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
    int width = options.width();
    Replica replica = network.replica(1, KernelBackends.current().steady());
    Arrays.fill(replica.input(), -1);
    for (int place = 0; place < count; place++) {
      replica.input()[place] = known[known.length - count + place];
    }
    float[] hidden = replica.forward(1, Mode.EVALUATION);
    for (int item = 0; item < items(); item++) {
      if (seen[item]) {
        scores[item] =
            Sums.products(hidden, (count - 1) * width, network.values(), item * width, width);
      }
    }
  }

  @Override
  public void write(DataOutput out) throws IOException {
    StoredForm.writeHeader(out, SelfAttention.NAME, FORMAT);
    Map<String, String> values = OptionsForm.of(options).format(options);
    out.writeInt(values.size());
    for (Map.Entry<String, String> value : values.entrySet()) {
      out.writeUTF(value.getKey());
      out.writeUTF(value.getValue());
    }
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
    SelfAttentionOptions options = options(in);
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

  private static SelfAttentionOptions options(DataInput in) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > MOST_OPTIONS) {
      throw new IOException("damaged: %d options".formatted(count));
    }
    Map<String, String> values = HashMap.newHashMap(count);
    for (int i = 0; i < count; i++) {
      values.put(in.readUTF(), in.readUTF());
    }
    try {
      return OptionsForm.of(new SelfAttention()).parse(values);
    } catch (WrongOptionException wrong) {
      throw new IOException("damaged: " + wrong.getMessage(), wrong);
    }
  }
}
