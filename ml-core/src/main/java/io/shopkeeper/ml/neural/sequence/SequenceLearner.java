package io.shopkeeper.ml.neural.sequence;

import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.kernel.Kernels;
import io.shopkeeper.ml.kernel.Workers;
import io.shopkeeper.ml.neural.layer.Mode;
import io.shopkeeper.ml.neural.train.Epochs;
import io.shopkeeper.ml.neural.train.Network;
import io.shopkeeper.ml.neural.train.Plan;
import io.shopkeeper.ml.neural.train.Replica;
import io.shopkeeper.ml.neural.train.Steps;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Takes a network over windows. A mini-batch is cut into {@value #REPLICAS} parts whatever the
 * threads, so that all sums are the same on any number of them.
 */
final class SequenceLearner implements Epochs.Work {

  private static final int REPLICAS = 4;

  /** Positions that go through at once: they should stay in the cache. */
  private static final int AT_ONCE = 256;

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final Sequences sequences;
  private final int items;
  private final Plan plan;
  private final SplittableRandom random;
  private final TrainingListener listener;
  private final Workers workers = KernelBackends.current().workers();
  private final Replica[] replicas;
  private final NextItem[] heads;
  private final float[][] slopes;
  private final double[] losses = new double[REPLICAS];
  private final Steps steps;
  private final HeldOut heldOut;

  SequenceLearner(
      Network network,
      Sequences sequences,
      SelfAttentionOptions options,
      Plan plan,
      SplittableRandom random,
      TrainingListener listener) {
    this.sequences = sequences;
    this.items = sequences.seen().length;
    this.plan = plan;
    this.random = random;
    this.listener = listener;
    Kernels kernels = KernelBackends.current().steady();
    int atOnce = Math.clamp(AT_ONCE / sequences.length(), 1, (plan.batch() + 3) / REPLICAS);
    this.replicas =
        IntStream.range(0, REPLICAS)
            .mapToObj(i -> network.replica(atOnce, kernels))
            .toArray(Replica[]::new);
    this.heads =
        Arrays.stream(replicas)
            .map(
                replica ->
                    new NextItem(
                        network.values(), replica.gradients(), items, options.width(), kernels))
            .toArray(NextItem[]::new);
    this.slopes = new float[REPLICAS][atOnce * network.outputs()];
    this.steps =
        new Steps(
            network.values(),
            network.parameters(),
            Arrays.stream(replicas).map(Replica::gradients).toList(),
            plan,
            workers);
    this.heldOut = new HeldOut(network, sequences, options.width());
  }

  @Override
  public double learn(int epoch) {
    int[][] windows = sequences.learnt();
    for (int i = windows.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int[] kept = windows[i];
      windows[i] = windows[other];
      windows[other] = kept;
    }
    double sum = 0;
    long count = 0;
    int batches = (windows.length + plan.batch() - 1) / plan.batch();
    for (int batch = 0; batch < batches; batch++) {
      listener.stopIfCancelled();
      double progress = (epoch + (double) batch / batches) / plan.epochs();
      listener.progress(progress, "epoch " + (epoch + 1));
      int from = batch * plan.batch();
      int to = Math.min(windows.length, from + plan.batch());
      int foretold = 0;
      for (int i = from; i < to; i++) {
        foretold += windows[i].length - 1;
      }
      sum += gradients(from, to, 1f / foretold, random.nextLong());
      count += foretold;
      steps.step(plan.rate(progress));
    }
    return sum / count;
  }

  private double gradients(int from, int to, float scale, long seed) {
    workers.forEach(
        REPLICAS,
        r -> {
          int begin = from + (to - from) * r / REPLICAS;
          int end = from + (to - from) * (r + 1) / REPLICAS;
          Workers.within(1, () -> part(r, begin, end, scale, seed));
        });
    return Arrays.stream(losses).sum();
  }

  private void part(int r, int from, int to, float scale, long seed) {
    Replica replica = replicas[r];
    losses[r] = 0;
    for (int begin = from; begin < to; begin += replica.rows()) {
      int end = Math.min(to, begin + replica.rows());
      int[][] windows = Arrays.copyOfRange(sequences.learnt(), begin, end);
      fill(windows, sequences.length(), replica.input());
      float[] hidden = replica.forward(windows.length, new Mode(true, seed + GOLDEN * begin, 1));
      losses[r] += heads[r].learn(hidden, windows, sequences.length(), scale, slopes[r]);
      replica.backward(slopes[r], windows.length);
    }
  }

  /** Items but the last, −1 beyond. */
  static void fill(int[][] windows, int length, float[] input) {
    Arrays.fill(input, 0, windows.length * length, -1);
    for (int row = 0; row < windows.length; row++) {
      for (int place = 0; place + 1 < windows[row].length; place++) {
        input[row * length + place] = windows[row][place];
      }
    }
  }

  @Override
  public OptionalDouble validate(int step) {
    return heldOut.measure(step, listener);
  }
}
