package io.shopkeeper.ml.neural.sequence;

import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.neural.layer.Mode;
import io.shopkeeper.ml.neural.layer.Sums;
import io.shopkeeper.ml.neural.train.Network;
import io.shopkeeper.ml.neural.train.Replica;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.OptionalDouble;

/** The held-out last items of some users: how likely they were, and how many were found. */
final class HeldOut {

  private static final int FIRST = 10;

  /** So many tell enough and do not slow an epoch down. */
  private static final int MOST = 1000;

  private final Network network;
  private final Sequences sequences;
  private final int width;
  private final int count;
  private final Replica replica;

  HeldOut(Network network, Sequences sequences, int width) {
    this.network = network;
    this.sequences = sequences;
    this.width = width;
    this.count = Math.min(MOST, sequences.held().length);
    this.replica = network.replica(1, KernelBackends.current().steady());
  }

  /** The mean loss, which is told to the listener with the share that was among the first ten. */
  OptionalDouble measure(int step, TrainingListener listener) {
    if (count == 0) {
      return OptionalDouble.empty();
    }
    double loss = 0;
    int found = 0;
    for (int i = 0; i < count; i++) {
      listener.stopIfCancelled();
      double[] scores = scores(sequences.held()[i]);
      int truth = sequences.held()[i][sequences.held()[i].length - 1];
      double sum = 0;
      int before = 0;
      for (double score : scores) {
        sum += Math.exp(score - scores[truth]);
        before += score > scores[truth] ? 1 : 0;
      }
      loss += Math.log(sum);
      found += before < FIRST ? 1 : 0;
    }
    listener.measured("recall@10 validation", step, (double) found / count);
    return OptionalDouble.of(loss / count);
  }

  private double[] scores(int[] window) {
    SequenceLearner.fill(new int[][] {window}, sequences.length(), replica.input());
    float[] hidden = replica.forward(1, Mode.EVALUATION);
    double[] scores = new double[sequences.seen().length];
    for (int item = 0; item < scores.length; item++) {
      scores[item] =
          Sums.products(hidden, (window.length - 2) * width, network.values(), item * width, width);
    }
    return scores;
  }
}
