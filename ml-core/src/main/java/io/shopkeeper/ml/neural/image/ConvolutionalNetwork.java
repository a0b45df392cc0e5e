package io.shopkeeper.ml.neural.image;

import io.shopkeeper.ml.image.ImageAlgorithm;
import io.shopkeeper.ml.image.ImageModel;
import io.shopkeeper.ml.image.ImageSize;
import io.shopkeeper.ml.image.LabelledImages;
import io.shopkeeper.ml.neural.loss.Counted;
import io.shopkeeper.ml.neural.loss.SoftmaxCrossEntropy;
import io.shopkeeper.ml.neural.optimiser.Method;
import io.shopkeeper.ml.neural.optimiser.Schedule;
import io.shopkeeper.ml.neural.train.Epochs;
import io.shopkeeper.ml.neural.train.Learner;
import io.shopkeeper.ml.neural.train.Network;
import io.shopkeeper.ml.neural.train.Plan;
import io.shopkeeper.ml.split.Fold;
import io.shopkeeper.ml.split.Holdout;
import io.shopkeeper.ml.training.TrainingListener;
import java.io.DataInput;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Classes of images by filters that are learnt, from edges to shapes to things (LeCun, Bottou,
 * Bengio, Haffner: Gradient-Based Learning Applied to Document Recognition, 1998), with small
 * filters in blocks (Simonyan and Zisserman: Very Deep Convolutional Networks for Large-Scale Image
 * Recognition, ICLR 2015), batch norm and ReLU, trained by back-propagation with Adam and
 * cross-entropy.
 */
public final class ConvolutionalNetwork implements ImageAlgorithm<ConvolutionOptions> {

  static final String NAME = "convolutional-network";

  private static final int FEWEST_HELD = 10;
  private static final int FEWEST_STEPS = 16;
  private static final int SMALL_BATCH = 8;
  private static final double WARM_UP = 0.05;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Map<String, ConvolutionOptions> presets() {
    var presets = new LinkedHashMap<String, ConvolutionOptions>();
    presets.put(
        "standard",
        new ConvolutionOptions(
            List.of(32, 64, 128), 1, 3, 128, 0.25, true, 1, 2e-3, 20, 64, 0.02, 0.05, 6));
    presets.put(
        "small",
        new ConvolutionOptions(
            List.of(16, 32, 64), 1, 3, 64, 0.2, true, 1, 2e-3, 20, 32, 0.02, 0.1, 5));
    presets.put(
        "deep",
        new ConvolutionOptions(
            List.of(32, 64, 128), 2, 3, 128, 0.3, true, 2, 2e-3, 25, 64, 0.02, 0.05, 8));
    return presets;
  }

  @Override
  public long memoryBytes(ImageSize size, int classes, ConvolutionOptions options) {
    Network network = Architecture.network(size, classes, options);
    return Learner.memoryBytes(network, options.batchSize());
  }

  /** At least one image is needed. */
  @Override
  public ImageModel train(
      LabelledImages data, ConvolutionOptions options, long seed, TrainingListener listener) {
    if (data.count() == 0) {
      throw new IllegalArgumentException("at least 1 image is needed, but there are 0");
    }
    listener.progress(0, "scaling");
    listener.stopIfCancelled();
    var random = new SplittableRandom(seed);
    Fold parts = parts(data, options.validationShare(), random.nextLong());
    Scaling scaling = Scaling.of(data.images(), parts.train());
    ImageSize size = data.images().size();
    List<String> classes = data.target().classes();
    Network network = Architecture.network(size, classes.size(), options);
    network.initialise(random.split());
    listener.stopIfCancelled();
    Plan plan = plan(options, parts.train().length);
    Counted counted = counted(data);
    var pictures = new Pictures(data.images(), scaling, options.flips(), options.shift());
    var learner = new Learner(network, pictures, counted, plan);
    var fitting =
        new Fitting(learner, counted, parts.train(), parts.test(), random.split(), listener);
    new Epochs(plan, listener).run(network.values(), fitting);
    return new ConvolutionModel(size, classes, options, scaling, network);
  }

  private static Fold parts(LabelledImages data, double share, long seed) {
    int count = data.count();
    return share * count < FEWEST_HELD
        ? new Fold(IntStream.range(0, count).toArray(), new int[0])
        : Holdout.stratified(data.target().codes(), share, seed);
  }

  private static Counted counted(LabelledImages data) {
    int[] codes = data.target().codes();
    float[] weights = new float[codes.length];
    Arrays.fill(weights, 1);
    int classes = data.target().classes().size();
    return new Counted(
        new SoftmaxCrossEntropy(classes, codes, weights, 0), codes, new boolean[codes.length]);
  }

  /** Few images make smaller batches, so that an epoch has some steps. */
  private static Plan plan(ConvolutionOptions options, int images) {
    int most = Math.max(SMALL_BATCH, images / FEWEST_STEPS);
    return new Plan(
        options.epochs(),
        Math.min(Math.min(options.batchSize(), most), images),
        Method.ADAM_W,
        options.learningRate(),
        Schedule.COSINE,
        WARM_UP,
        options.weightDecay(),
        0,
        options.patience());
  }

  @Override
  public ImageModel read(DataInput in) throws IOException {
    return ConvolutionModel.read(in);
  }
}
