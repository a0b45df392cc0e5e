package io.shopkeeper.ml.neural.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopkeeper.ml.kernel.Activation;
import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.kernel.TestWorkers;
import io.shopkeeper.ml.kernel.Workers;
import io.shopkeeper.ml.neural.layer.Activated;
import io.shopkeeper.ml.neural.layer.BatchNorm;
import io.shopkeeper.ml.neural.layer.Dense;
import io.shopkeeper.ml.neural.layer.Dropout;
import io.shopkeeper.ml.neural.layer.Start;
import io.shopkeeper.ml.neural.loss.BinaryCrossEntropy;
import io.shopkeeper.ml.neural.optimiser.Method;
import io.shopkeeper.ml.neural.optimiser.Schedule;
import io.shopkeeper.ml.training.Listeners;
import io.shopkeeper.ml.training.TrainingCancelledException;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LearnerTest {

  private static final int ROWS = 1100;
  private static final int WIDTH = 32;

  private final float[] inputs = new float[ROWS * WIDTH];
  private final int[] codes = new int[ROWS];
  private final int[] order = IntStream.range(0, ROWS).toArray();

  /** The class is the sign of a product, which no straight line finds. */
  LearnerTest() {
    var random = new SplittableRandom(5);
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = (float) random.nextGaussian();
    }
    for (int row = 0; row < ROWS; row++) {
      codes[row] = inputs[row * WIDTH] * inputs[row * WIDTH + 1] > 0 ? 1 : 0;
    }
  }

  @AfterEach
  void ownerless() {
    KernelBackends.install(null);
  }

  private static Plan plan(int epochs, int patience) {
    return new Plan(epochs, 500, Method.ADAM_W, 0.02, Schedule.COSINE, 0.1, 0.01, 1, patience);
  }

  private Network train(Workers workers, int epochs, TrainingListener listener) {
    float[] ones = new float[ROWS];
    Arrays.fill(ones, 1);
    try (KernelBackends backends = KernelBackends.start(workers, "vector")) {
      KernelBackends.install(() -> backends);
      var network =
          new Network(
              List.of(
                  new Dense(WIDTH, 128, Start.HE),
                  new BatchNorm(128, 1),
                  new Activated(128, Activation.RELU),
                  new Dropout(128, 0.1),
                  new Dense(128, 1, Start.GLOROT)));
      network.initialise(new SplittableRandom(1));
      Plan plan = plan(epochs, 0);
      var loss = new BinaryCrossEntropy(codes, ones);
      var learner = new Learner(network, Rows.of(inputs, WIDTH), loss, plan);
      var random = new SplittableRandom(2);
      for (int epoch = 0; epoch < epochs; epoch++) {
        learner.learn(order, epoch, random, listener);
      }
      float[] outputs = new float[ROWS];
      learner.measure(order, outputs);
      right = IntStream.range(0, ROWS).filter(row -> outputs[row] > 0 == (codes[row] == 1)).count();
      return network;
    }
  }

  private long right;

  @Test
  void findsWhatNoStraightLineFinds() {
    train(Workers.callerOnly(), 60, TrainingListener.SILENT);
    assertThat((double) right / ROWS).isGreaterThan(0.9);
  }

  /** Batches of 500 rows are cut for two replicas and more here; the last one has 100. */
  @Test
  void threadsChangeNothing() {
    float[] one = train(Workers.callerOnly(), 3, TrainingListener.SILENT).values();
    try (var pool = new TestWorkers(2)) {
      float[] two = train(pool.workers(), 3, TrainingListener.SILENT).values();
      assertThat(two).containsExactly(one);
    }
  }

  @Test
  void stopsWhereItIsCancelled() {
    assertThatThrownBy(() -> train(Workers.callerOnly(), 3, Listeners.cancelledAfter(4)))
        .isInstanceOf(TrainingCancelledException.class);
  }

  @Test
  void keepsTheBestEpoch() {
    double[] losses = {3, 1, 2, Double.NaN, 0.5};
    float[] values = {0};
    int done =
        new Epochs(plan(5, 2), TrainingListener.SILENT)
            .run(
                values,
                new Epochs.Work() {
                  @Override
                  public double learn(int epoch) {
                    values[0] = epoch + 1;
                    return 0;
                  }

                  @Override
                  public OptionalDouble validate(int step) {
                    return OptionalDouble.of(losses[step - 1]);
                  }
                });
    assertThat(done).isEqualTo(4);
    assertThat(values).containsExactly(2);
  }
}
