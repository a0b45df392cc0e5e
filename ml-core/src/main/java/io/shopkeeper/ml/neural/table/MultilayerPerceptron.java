package io.shopkeeper.ml.neural.table;

import io.shopkeeper.ml.calibration.Calibrated;
import io.shopkeeper.ml.calibration.CalibratedModel;
import io.shopkeeper.ml.calibration.Calibration;
import io.shopkeeper.ml.data.Shuffle;
import io.shopkeeper.ml.kernel.Activation;
import io.shopkeeper.ml.neural.loss.Counted;
import io.shopkeeper.ml.neural.optimiser.Method;
import io.shopkeeper.ml.neural.optimiser.Schedule;
import io.shopkeeper.ml.neural.train.Epochs;
import io.shopkeeper.ml.neural.train.Learner;
import io.shopkeeper.ml.neural.train.Network;
import io.shopkeeper.ml.neural.train.Plan;
import io.shopkeeper.ml.neural.train.Rows;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.TableAlgorithm;
import io.shopkeeper.ml.table.TableModel;
import io.shopkeeper.ml.table.encode.Encoder;
import io.shopkeeper.ml.training.TrainingListener;
import java.io.DataInput;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A feed-forward network of dense layers, trained by back-propagation (Rumelhart, Hinton, Williams:
 * Learning representations by back-propagating errors, 1986) on mini-batches with Adam. Learns
 * classes by cross-entropy and numbers by squared error.
 */
public final class MultilayerPerceptron implements TableAlgorithm<PerceptronOptions> {

  static final String NAME = "multilayer-perceptron";

  private static final int FEWEST_HELD = 10;
  private static final int FEWEST_STEPS = 32;
  private static final int SMALL_BATCH = 8;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Map<String, PerceptronOptions> presets() {
    var presets = new LinkedHashMap<String, PerceptronOptions>();
    presets.put(
        "standard",
        new PerceptronOptions(
            List.of(32),
            Activation.RELU,
            0,
            false,
            0,
            1e-3,
            Schedule.CONSTANT,
            10,
            32,
            0,
            0.1,
            0,
            false,
            Calibration.NONE));
    presets.put(
        "balanced",
        new PerceptronOptions(
            List.of(64),
            Activation.RELU,
            0,
            false,
            0,
            2e-3,
            Schedule.COSINE,
            20,
            128,
            0.01,
            0.1,
            5,
            false,
            Calibration.NONE));
    presets.put(
        "wide",
        new PerceptronOptions(
            List.of(256, 128),
            Activation.RELU,
            0.2,
            true,
            8,
            1e-3,
            Schedule.COSINE,
            30,
            256,
            0.01,
            0.1,
            8,
            false,
            Calibration.NONE));
    return presets;
  }

  @Override
  public Set<Task> tasks() {
    return Set.of(Task.BINARY, Task.MULTICLASS, Task.REGRESSION);
  }

  @Override
  public TableModel train(
      LabelledTable data, PerceptronOptions options, long seed, TrainingListener listener) {
    return Calibrated.train(
        options.calibration(),
        data,
        seed,
        listener,
        (rows, part) -> fit(rows, options, seed, part));
  }

  private static TableModel fit(
      LabelledTable data, PerceptronOptions options, long seed, TrainingListener listener) {
    Truth truth = Truth.of(data, options.balanced());
    listener.progress(0, "encoding");
    listener.stopIfCancelled();
    Encoder encoder = Encoder.fit(data.features(), Encoder.Options.STANDARD);
    Columns columns = Columns.of(encoder, options.embedding() > 0);
    Rows inputs = Inputs.of(encoder, columns, data.features());
    listener.stopIfCancelled();
    var random = new SplittableRandom(seed);
    int[] rows = Shuffle.upTo(data.rows(), random.split());
    int share = (int) (options.validationShare() * rows.length);
    int[] held = Arrays.copyOf(rows, share < FEWEST_HELD ? 0 : share);
    int[] learnt = Arrays.copyOfRange(rows, held.length, rows.length);
    Network network = Architecture.network(columns, options, truth.start(learnt), random.split());
    Plan plan = plan(options, learnt.length);
    var counted = new Counted(truth.loss(), truth.codes(), new boolean[data.rows()]);
    var learner =
        new Learner(network, inputs, truth.classes().isEmpty() ? truth.loss() : counted, plan);
    var fitting = new Fitting(learner, truth, counted, learnt, held, random.split(), listener);
    new Epochs(plan, listener).run(network.values(), fitting);
    return new PerceptronModel(
        encoder,
        truth.classes(),
        options.activation(),
        new Folding(columns, network).affine(truth.deviation(), truth.mean()));
  }

  /** Few rows make smaller batches, so that an epoch has some steps. */
  private static Plan plan(PerceptronOptions options, int rows) {
    int most = Math.max(SMALL_BATCH, rows / FEWEST_STEPS);
    return new Plan(
        options.epochs(),
        Math.min(Math.min(options.batchSize(), most), rows),
        Method.ADAM_W,
        options.learningRate(),
        options.schedule(),
        0,
        options.weightDecay(),
        0,
        options.patience());
  }

  @Override
  public TableModel read(DataInput in) throws IOException {
    return CalibratedModel.read(in, alone -> PerceptronModel.read(alone));
  }
}
