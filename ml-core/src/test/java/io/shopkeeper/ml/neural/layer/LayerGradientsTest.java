package io.shopkeeper.ml.neural.layer;

import io.shopkeeper.ml.kernel.Activation;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Every layer's way back against finite differences of its way forward. */
class LayerGradientsTest {

  private static final int TRIES = 12;

  private static float[] normal(int length, long seed) {
    var random = new SplittableRandom(seed);
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  /** Values with gaps between them: no step of the check changes their order or sign. */
  private static float[] apart(int length, long seed) {
    var random = new SplittableRandom(seed);
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (i - length / 2 + 0.5f) * 0.1f;
    }
    for (int i = length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      float kept = values[i];
      values[i] = values[other];
      values[other] = kept;
    }
    return values;
  }

  private static void check(Layer layer, int rows, long seed) {
    GradientCheck.check(layer, rows, normal((rows + 1) * layer.inputs(), seed), seed);
  }

  @Property(tries = TRIES, seed = "11")
  void dense(
      @ForAll @IntRange(min = 1, max = 9) int rows,
      @ForAll @IntRange(min = 1, max = 19) int inputs,
      @ForAll @IntRange(min = 1, max = 35) int outputs,
      @ForAll @LongRange(min = 0, max = 1000) long seed) {
    check(new Dense(inputs, outputs, Start.GLOROT), rows, seed);
  }

  @Property(tries = TRIES, seed = "11")
  void activated(
      @ForAll Activation function,
      @ForAll @IntRange(min = 1, max = 5) int rows,
      @ForAll @IntRange(min = 1, max = 40) int width,
      @ForAll @LongRange(min = 0, max = 1000) long seed) {
    GradientCheck.check(
        new Activated(width, function), rows, apart((rows + 1) * width, seed), seed);
  }

  @Property(tries = TRIES, seed = "11")
  void dropout(
      @ForAll @IntRange(min = 1, max = 5) int rows,
      @ForAll @IntRange(min = 1, max = 40) int width,
      @ForAll @LongRange(min = 0, max = 1000) long seed) {
    check(new Dropout(width, 0.4), rows, seed);
  }

  @Property(tries = TRIES, seed = "11")
  void batchNormOfColumns(
      @ForAll @IntRange(min = 4, max = 12) int rows,
      @ForAll @IntRange(min = 1, max = 9) int channels,
      @ForAll @LongRange(min = 0, max = 1000) long seed) {
    check(new BatchNorm(channels, 1), rows, seed);
  }

  @Property(tries = TRIES, seed = "11")
  void batchNormOfImages(
      @ForAll @IntRange(min = 1, max = 4) int rows,
      @ForAll @IntRange(min = 1, max = 4) int channels,
      @ForAll @IntRange(min = 5, max = 11) int positions,
      @ForAll @LongRange(min = 0, max = 1000) long seed) {
    check(new BatchNorm(channels, positions), rows, seed);
  }

  @Property(tries = TRIES, seed = "11")
  void layerNorm(
      @ForAll @IntRange(min = 1, max = 5) int rows,
      @ForAll @IntRange(min = 4, max = 17) int width,
      @ForAll @LongRange(min = 0, max = 1000) long seed) {
    check(new LayerNorm(width), rows, seed);
  }

  @Property(tries = TRIES, seed = "11")
  void convolution(
      @ForAll @IntRange(min = 1, max = 3) int rows,
      @ForAll @IntRange(min = 1, max = 3) int channels,
      @ForAll @IntRange(min = 1, max = 6) int height,
      @ForAll @IntRange(min = 1, max = 6) int width,
      @ForAll @IntRange(min = 1, max = 4) int filters,
      @ForAll @IntRange(min = 0, max = 2) int half,
      @ForAll @LongRange(min = 0, max = 1000) long seed) {
    var shape = new ImageShape(channels, height, width);
    check(new Convolution(shape, filters, 2 * half + 1), rows, seed);
  }

  @Property(tries = TRIES, seed = "11")
  void maxPool(
      @ForAll @IntRange(min = 1, max = 3) int rows,
      @ForAll @IntRange(min = 1, max = 3) int channels,
      @ForAll @IntRange(min = 2, max = 7) int height,
      @ForAll @IntRange(min = 2, max = 7) int width,
      @ForAll @LongRange(min = 0, max = 1000) long seed) {
    var pool = new MaxPool(new ImageShape(channels, height, width), 2);
    GradientCheck.check(pool, rows, apart((rows + 1) * pool.inputs(), seed), seed);
  }

  @Property(tries = TRIES, seed = "11")
  void causalAttention(
      @ForAll @IntRange(min = 1, max = 3) int rows,
      @ForAll @IntRange(min = 1, max = 6) int positions,
      @ForAll @IntRange(min = 1, max = 5) int part,
      @ForAll @IntRange(min = 1, max = 2) int heads,
      @ForAll @LongRange(min = 0, max = 1000) long seed) {
    check(new CausalAttention(positions, heads * part, heads), rows, seed);
  }

  @Property(tries = TRIES, seed = "11")
  void residualOfEachPosition(
      @ForAll @IntRange(min = 1, max = 3) int rows,
      @ForAll @IntRange(min = 1, max = 4) int positions,
      @ForAll @LongRange(min = 0, max = 1000) long seed) {
    Layer in = new EachPosition(positions, new Dense(5, 7, Start.GLOROT));
    Layer bend = new EachPosition(positions, new Activated(7, Activation.TANH));
    Layer out = new EachPosition(positions, new Dense(7, 5, Start.GLOROT));
    check(new Residual(List.of(in, bend, out)), rows, seed);
  }

  /** Codes have no gradient; they lie between whole numbers, so that no step changes them. */
  @Property(tries = TRIES, seed = "11")
  void sequenceEmbeddings(
      @ForAll @IntRange(min = 1, max = 4) int rows,
      @ForAll @IntRange(min = 1, max = 6) int positions,
      @ForAll @LongRange(min = 0, max = 1000) long seed) {
    var random = new SplittableRandom(seed);
    float[] input = new float[(rows + 1) * positions];
    for (int i = 0; i < input.length; i++) {
      input[i] = random.nextInt(4) == 0 ? -1.5f : random.nextInt(5) + 0.5f;
    }
    GradientCheck.check(new SequenceEmbeddings(5, positions, 3), rows, input, seed);
  }

  /** Codes have no gradient: only numbers and vectors are compared. */
  @Property(tries = TRIES, seed = "11")
  void embeddings(
      @ForAll @IntRange(min = 1, max = 6) int rows,
      @ForAll @LongRange(min = 0, max = 1000) long seed) {
    var layer = new Embeddings(2, List.of(3, 5), List.of(2, 4));
    var random = new SplittableRandom(seed);
    float[] input = normal((rows + 1) * layer.inputs(), seed);
    for (int row = 0; row <= rows; row++) {
      // Between whole numbers, so that the steps of the check change no code.
      input[row * 4 + 2] = random.nextInt(4) - 1 + (random.nextBoolean() ? 0.5f : 0.25f);
      input[row * 4 + 3] = random.nextInt(5) + 0.5f;
      input[row * 4 + 2] = input[row * 4 + 2] < 0 ? -1.5f : input[row * 4 + 2];
    }
    GradientCheck.check(layer, rows, input, seed);
  }
}
