package io.shopkeeper.ml.neural.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.calibration.Calibration;
import io.shopkeeper.ml.kernel.Activation;
import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.neural.layer.Mode;
import io.shopkeeper.ml.neural.optimiser.Schedule;
import io.shopkeeper.ml.neural.train.Network;
import io.shopkeeper.ml.neural.train.Replica;
import io.shopkeeper.ml.neural.train.Rows;
import io.shopkeeper.ml.table.CategoryColumn;
import io.shopkeeper.ml.table.Column;
import io.shopkeeper.ml.table.NumberColumn;
import io.shopkeeper.ml.table.Table;
import io.shopkeeper.ml.table.encode.Encoder;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is folded computes what the network computes. */
class FoldingTest {

  private static final int ROWS = 60;

  private final SplittableRandom random = new SplittableRandom(3);

  private CategoryColumn words(String name, int count) {
    var words = new ArrayList<String>();
    for (int row = 0; row < ROWS; row++) {
      words.add(row % 11 == 5 ? "" : name + random.nextInt(count));
    }
    return CategoryColumn.of(name, words);
  }

  private NumberColumn numbers(String name) {
    float[] values = new float[ROWS];
    for (int row = 0; row < ROWS; row++) {
      values[row] = row % 7 == 0 ? Float.NaN : (float) random.nextGaussian();
    }
    return new NumberColumn(name, values);
  }

  @Test
  void embeddingsAndNormsAreMultipliedIn() {
    List<Column> cells = List.of(words("a", 5), numbers("b"), words("c", 3), numbers("d"));
    var table = new Table(cells);
    var options =
        new PerceptronOptions(
            List.of(7, 4),
            Activation.TANH,
            0,
            true,
            2,
            0.01,
            Schedule.CONSTANT,
            1,
            8,
            0,
            0,
            0,
            false,
            Calibration.NONE);
    Encoder encoder = Encoder.fit(table, Encoder.Options.STANDARD);
    Columns columns = Columns.of(encoder, true);
    Network network = Architecture.network(columns, options, new float[] {0.2f}, random);
    for (int i = 0; i < network.values().length; i++) {
      network.values()[i] += 0.3f * (float) random.nextDouble();
    }
    int[] order = IntStream.range(0, ROWS).toArray();
    Rows rows = Inputs.of(encoder, columns, table);
    Replica replica = network.replica(ROWS, KernelBackends.current().steady());
    rows.fill(order, 0, ROWS, replica.input());
    float[] expected = replica.forward(ROWS, Mode.EVALUATION);
    var folded = new Folding(columns, network).affine(2, 1);
    var model = new PerceptronModel(encoder, List.of(), options.activation(), folded);
    double[][] found = model.predict(table);
    for (int row = 0; row < ROWS; row++) {
      assertThat(found[row][0]).isCloseTo(2 * expected[row] + 1, within(1e-4));
    }
  }
}
