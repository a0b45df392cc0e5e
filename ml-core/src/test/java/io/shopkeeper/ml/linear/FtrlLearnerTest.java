package io.shopkeeper.ml.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.table.encode.HashedWords;
import io.shopkeeper.ml.table.encode.SparseRow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FtrlLearnerTest {

  private static final int WIDTH = 30;

  /**
   * Algorithm 1 as it is printed, over all coordinates of a dense row, the constant one of them.
   */
  private static final class Printed {
    private final double[] z = new double[WIDTH + 1];
    private final double[] n = new double[WIDTH + 1];
    private final FtrlRates rates;

    Printed(FtrlRates rates) {
      this.rates = rates;
    }

    double weight(int i) {
      double l1 = i == WIDTH ? 0 : rates.l1();
      double l2 = i == WIDTH ? 0 : rates.l2();
      if (Math.abs(z[i]) <= l1) {
        return 0;
      }
      return -1
          / ((rates.beta() + Math.sqrt(n[i])) / rates.alpha() + l2)
          * (z[i] - Math.signum(z[i]) * l1);
    }

    double learn(double[] x, int y) {
      double sum = 0;
      double[] w = new double[WIDTH + 1];
      for (int i = 0; i <= WIDTH; i++) {
        w[i] = weight(i);
        sum += w[i] * x[i];
      }
      double p = 1 / (1 + Math.exp(-sum));
      for (int i = 0; i <= WIDTH; i++) {
        double g = (p - y) * x[i];
        double sigma = (Math.sqrt(n[i] + g * g) - Math.sqrt(n[i])) / rates.alpha();
        z[i] += g - sigma * w[i];
        n[i] += g * g;
      }
      return y == 1 ? -Math.log(p) : -Math.log(1 - p);
    }
  }

  @Test
  void sparseRowsGiveWhatTheAlgorithmAsPrintedGivesOfDenseOnes() {
    var rates = new FtrlRates(0.3, 1, 0.4, 0.1);
    var printed = new Printed(rates);
    var learner = new FtrlLearner(rates, WIDTH, 2);
    var random = new SplittableRandom(3);
    var row = new SparseRow();
    for (int i = 0; i < 3000; i++) {
      double[] x = new double[WIDTH + 1];
      x[WIDTH] = 1;
      row.clear();
      for (int filled = 0; filled < 4; filled++) {
        int place = random.nextInt(WIDTH);
        float value = (float) random.nextGaussian();
        x[place] += value;
        row.add(place, value);
      }
      int label = x[0] + x[1] - x[2] + 0.5 * random.nextGaussian() > 0.3 ? 1 : 0;
      assertThat(learner.learn(row, label, 1)).isCloseTo(printed.learn(x, label), within(1e-5));
    }
    float[] found = learner.parameters();
    for (int i = 0; i <= WIDTH; i++) {
      assertThat((double) found[i]).as("weight %d", i).isCloseTo(printed.weight(i), within(1e-5));
    }
    assertThat(found[0]).isGreaterThan(0.5f);
    assertThat(learner.used()).isBetween(3, WIDTH - 1);
  }

  @Test
  void twoClassesAsTwoOfASoftmaxAndMore() {
    var learner = new FtrlLearner(FtrlRates.STANDARD, 3, 3);
    var row = new SparseRow();
    for (int i = 0; i < 600; i++) {
      row.clear();
      row.put(i % 3, 1);
      learner.learn(row, i % 3, 1);
    }
    double[] p = new double[3];
    row.clear();
    row.put(2, 1);
    learner.predict(row, p);
    assertThat(p[2]).isGreaterThan(0.6);
    assertThat(p[0] + p[1] + p[2]).isCloseTo(1, within(1e-12));
  }

  @Test
  void newWordsAreLearntWithoutAListOfThem() {
    var words = new HashedWords(16);
    var learner = new FtrlLearner(FtrlRates.STANDARD, words.width(), 2);
    var random = new SplittableRandom(9);
    var row = new SparseRow();
    double last = 0;
    for (int i = 0; i < 20_000; i++) {
      row.clear();
      int word = random.nextInt(100 + i / 100);
      words.add("query", "word " + word, 1, row);
      words.add("device", random.nextBoolean() ? "phone" : "desk", 1, row);
      double loss = learner.learn(row, word % 2, 1);
      last += i >= 18_000 ? loss / 2000 : 0;
    }
    assertThat(last).isLessThan(0.45);
  }

  @Test
  void aStoredOneGoesOnWhereItStopped() throws IOException {
    var whole = new FtrlLearner(FtrlRates.STANDARD, 5, 2);
    var half = new FtrlLearner(FtrlRates.STANDARD, 5, 2);
    learn(whole, 0, 200);
    learn(half, 0, 100);
    FtrlLearner again =
        FtrlLearner.read(new DataInputStream(new ByteArrayInputStream(bytes(half))));
    learn(again, 100, 200);
    assertThat(bytes(again)).isEqualTo(bytes(whole));
    assertThat(bytes(half)).isNotEqualTo(bytes(whole));
  }

  private static void learn(FtrlLearner learner, int from, int to) {
    var row = new SparseRow();
    for (int i = from; i < to; i++) {
      row.clear();
      row.put(i % 5, i % 7);
      learner.learn(row, i % 3 == 0 ? 1 : 0, 1);
    }
  }

  private static byte[] bytes(FtrlLearner learner) throws IOException {
    var bytes = new ByteArrayOutputStream();
    learner.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  @Test
  void aStoredOneOfFewerThanTwoClassesIsRefused() throws IOException {
    byte[] stored = bytes(new FtrlLearner(FtrlRates.STANDARD, 5, 2));
    int classes = 0;
    while (ByteBuffer.wrap(stored).getLong(classes) != ((5L << 32) | 2)) {
      classes++;
    }
    for (int wrong : new int[] {1, 0, -1}) {
      ByteBuffer.wrap(stored).putInt(classes + Integer.BYTES, wrong);
      assertThatThrownBy(
              () -> FtrlLearner.read(new DataInputStream(new ByteArrayInputStream(stored))))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("damaged");
    }
  }

  @Test
  void wrongRowsAreRefused() {
    var learner = new FtrlLearner(FtrlRates.STANDARD, 5, 2);
    var row = new SparseRow();
    assertThatThrownBy(() -> learner.learn(row, 2, 1)).hasMessageContaining("from 0 to 1");
    assertThatThrownBy(() -> learner.learn(row, 0, -1)).hasMessageContaining("-1.0");
    assertThatThrownBy(() -> row.put(0, Float.NaN)).hasMessageContaining("NaN");
    row.put(5, 1);
    assertThatThrownBy(() -> learner.learn(row, 0, 1)).hasMessageContaining("place 5");
  }
}
