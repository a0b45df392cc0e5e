package io.shopkeeper.ml.neural.train;

import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.kernel.Kernels;
import io.shopkeeper.ml.kernel.Workers;
import io.shopkeeper.ml.neural.layer.Mode;
import io.shopkeeper.ml.neural.loss.Loss;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Takes a network over mini-batches. A mini-batch is cut into parts, one for each replica; how many
 * there are follows from the work in it, never from the threads, so that all sums are the same on
 * any number of them.
 */
public final class Learner {

  /** Multiplications that are worth a replica: below, handing them over costs more. */
  private static final long WORTH_IT = 1 << 20;

  private static final int MOST_REPLICAS = 8;

  /** Values in all layers of what goes through at once: they should stay in the cache. */
  private static final int AT_ONCE = 1 << 18;

  private static final int FEWEST_AT_ONCE = 16;

  private final Network network;
  private final Rows rows;
  private final Loss loss;
  private final Plan plan;
  private final Kernels kernels = KernelBackends.current().steady();
  private final Workers workers = KernelBackends.current().workers();
  private final Replica[] replicas;
  private final float[][] slopes;
  private final double[] losses;
  private final Steps steps;

  /** Gets ready: all memory is taken here. */
  public Learner(Network network, Rows rows, Loss loss, Plan plan) {
    this.network = network;
    this.rows = rows;
    this.loss = loss;
    this.plan = plan;
    int count = replicas(network, plan.batch());
    int atOnce = atOnce(network, plan.batch(), count);
    this.replicas =
        IntStream.range(0, count)
            .mapToObj(i -> network.replica(atOnce, kernels))
            .toArray(Replica[]::new);
    this.slopes = new float[count][atOnce * loss.outputs()];
    this.losses = new double[count];
    this.steps =
        new Steps(
            network.values(),
            network.parameters(),
            Arrays.stream(replicas).map(Replica::gradients).toList(),
            plan,
            workers);
  }

  private static int replicas(Network network, int batch) {
    return Math.clamp(batch * network.work() / WORTH_IT, 1, MOST_REPLICAS);
  }

  private static int atOnce(Network network, int batch, int replicas) {
    int share = (batch + replicas - 1) / replicas;
    return Math.min(share, Math.max(FEWEST_AT_ONCE, AT_ONCE / network.width()));
  }

  /**
   * The memory that learning needs beside the rows, in bytes: parameters with their gradients, what
   * the optimiser knows of them and the best epoch's; and of each layer what goes through, forward,
   * back, and once more.
   */
  public static long memoryBytes(Network network, int batch) {
    int replicas = replicas(network, batch);
    long parameters = network.values().length;
    long through = (long) atOnce(network, batch, replicas) * network.width();
    return Float.BYTES * (parameters * (4 + replicas) + 3 * through * replicas);
  }

  /**
   * Goes over rows once.
   *
   * @param order numbers of rows, in the order of learning
   * @param epoch counted from 0
   * @return the mean loss while learning
   */
  public double learn(int[] order, int epoch, SplittableRandom random, TrainingListener listener) {
    double sum = 0;
    double weights = 0;
    int batches = (order.length + plan.batch() - 1) / plan.batch();
    for (int batch = 0; batch < batches; batch++) {
      listener.stopIfCancelled();
      int from = batch * plan.batch();
      int to = Math.min(order.length, from + plan.batch());
      double weight = weight(order, from, to);
      long seed = random.nextLong();
      if (weight > 0) {
        sum += gradients(order, from, to, (float) (1 / weight), seed);
        double progress = (epoch + (double) batch / batches) / plan.epochs();
        steps.step(plan.rate(progress));
      }
      weights += weight;
      if ((batch & 63) == 0) {
        listener.progress(
            (epoch + (double) batch / batches) / plan.epochs(), "epoch " + (epoch + 1));
      }
    }
    return weights > 0 ? sum / weights : 0;
  }

  private double weight(int[] order, int from, int to) {
    double weight = 0;
    for (int i = from; i < to; i++) {
      weight += loss.weight(order[i]);
    }
    return weight;
  }

  private double gradients(int[] order, int from, int to, float scale, long seed) {
    if (replicas.length == 1) {
      part(0, order, from, to, to - from, scale, seed);
      return losses[0];
    }
    int count = replicas.length;
    int size = to - from;
    workers.forEach(
        count,
        r -> {
          int begin = from + (int) ((long) size * r / count);
          int end = from + (int) ((long) size * (r + 1) / count);
          Workers.within(1, () -> part(r, order, begin, end, size, scale, seed));
        });
    return Arrays.stream(losses).sum();
  }

  /** The rows of one replica, as many at once as the cache holds. */
  private void part(int r, int[] order, int from, int to, int whole, float scale, long seed) {
    Replica replica = replicas[r];
    int least = replica.rows();
    int times = (to - from + least - 1) / least;
    losses[r] = 0;
    for (int time = 0; time < times; time++) {
      int begin = from + (to - from) * time / times;
      int count = from + (to - from) * (time + 1) / times - begin;
      long own = seed + 0x9E3779B97F4A7C15L * begin;
      rows.fill(order, begin, count, replica.input(), own);
      var mode = new Mode(true, own, (float) count / whole);
      float[] outputs = replica.forward(count, mode);
      losses[r] += loss.at(outputs, order, begin, count, scale, slopes[r], kernels);
      replica.backward(slopes[r], count);
    }
  }

  /**
   * The mean loss of rows, without learning.
   *
   * @param outputs of the rows in their order, rows × outputs; written
   */
  public double measure(int[] order, float[] outputs) {
    int atOnce = replicas[0].rows();
    int width = network.outputs();
    int parts = (order.length + atOnce - 1) / atOnce;
    double[] sums = new double[parts];
    workers.forEach(
        replicas.length,
        r -> {
          for (int part = r; part < parts; part += replicas.length) {
            int from = part * atOnce;
            int count = Math.min(atOnce, order.length - from);
            rows.fill(order, from, count, replicas[r].input());
            float[] found = replicas[r].forward(count, Mode.EVALUATION);
            System.arraycopy(found, 0, outputs, from * width, count * width);
            sums[part] = loss.at(found, order, from, count, 1, slopes[r], kernels);
          }
        });
    double weight = weight(order, 0, order.length);
    return weight > 0 ? Arrays.stream(sums).sum() / weight : 0;
  }
}
