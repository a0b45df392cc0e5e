package io.shopkeeper.ml.tree.flat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.shopkeeper.ml.kernel.TestWorkers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TreeScorerTest {

  private static final int WIDTH = 7;

  private static float[] rows(int rows, int kind, SplittableRandom random) {
    float[] values = new float[rows * WIDTH];
    for (int i = 0; i < values.length; i++) {
      values[i] = kind == 0 ? random.nextInt(-3, 12) : (float) random.nextGaussian();
      if (kind == 2 && random.nextInt(5) == 0) {
        values[i] = RandomTrees.ODD[random.nextInt(RandomTrees.ODD.length)];
      }
    }
    return values;
  }

  /** Every step counts: the sum must have the same bits. */
  @Property(tries = 300)
  void givesTheBitsOfTheReference(
      @ForAll long seed,
      @ForAll @IntRange(min = 0, max = 21) int trees,
      @ForAll @IntRange(min = 0, max = 2) int kind,
      @ForAll boolean categories,
      @ForAll @IntRange(min = 1, max = 3) int outputs,
      @ForAll boolean shared) {
    var random = new SplittableRandom(seed);
    FlatTrees flat = RandomTrees.make(random, trees, WIDTH, outputs, shared, categories);
    var scorer = new TreeScorer(flat);
    float[] rows = rows(20, kind, random);
    double[] all = new double[outputs];
    double[] batch = new double[20];
    for (int output = 0; output < outputs; output++) {
      scorer.score(rows, WIDTH, 1, 20, output, batch);
      for (int row = 0; row < 20; row++) {
        double wanted = flat.score(rows, row * WIDTH, output);
        assertThat(scorer.score(rows, row * WIDTH, WIDTH, output)).isEqualTo(wanted);
        scorer.score(rows, row * WIDTH, WIDTH, all);
        assertThat(all[output]).isEqualTo(wanted);
        if (row > 0) {
          assertThat(batch[row - 1]).isEqualTo(wanted);
        }
      }
    }
  }

  /** Trees that are scored without walking. */
  private static FlatTrees quick(SplittableRandom random) {
    FlatTrees flat = RandomTrees.make(random, 20, WIDTH, 1, false, false);
    return QuickScorerBuilder.build(flat, Question.of(flat)).isPresent() ? flat : quick(random);
  }

  /** One thread needs room for one row, however many rows it scores. */
  @Test
  void scoringLeavesNoGarbage() {
    var random = new SplittableRandom(8);
    var scorer = new TreeScorer(quick(random));
    float[] rows = rows(20, 1, random);
    double[] scores = new double[1];
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int time = 0; time < 3; time++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 1000; i++) {
        scorer.score(rows, i % 20 * WIDTH, WIDTH, scores);
        scores[0] += scorer.score(rows, i % 20 * WIDTH, WIDTH, 0);
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertThat(least).isLessThan(10_000);
  }

  @Test
  void threadsDoNotMeetInTheirRooms() {
    var random = new SplittableRandom(9);
    FlatTrees flat = quick(random);
    var scorer = new TreeScorer(flat);
    float[] rows = rows(500, 1, random);
    double[] wanted = new double[500];
    Arrays.setAll(wanted, row -> flat.score(rows, row * WIDTH, 0));
    var wrong = new AtomicInteger();
    try (var pool = new TestWorkers(4)) {
      pool.workers()
          .forEach(
              4,
              task -> {
                for (int i = 0; i < 200_000; i++) {
                  int row = (i + 125 * task) % 500;
                  if (scorer.score(rows, row * WIDTH, WIDTH, 0) != wanted[row]) {
                    wrong.incrementAndGet();
                  }
                }
              });
    }
    assertThat(wrong).hasValue(0);
  }

  @Test
  void widerRowsThanANodeCanNameAreWalkedThePlainWay() {
    var random = new SplittableRandom(3);
    FlatTrees flat = RandomTrees.make(random, 400, 5000, 1, false, false);
    float[] row = new float[5000];
    for (int i = 0; i < row.length; i++) {
      row[i] = (float) random.nextGaussian();
    }
    assertThat(PackedNodes.of(flat)).isEmpty();
    assertThat(new TreeScorer(flat).score(row, 0, 5000, 0)).isEqualTo(flat.score(row, 0, 0));
  }

  private static byte[] bytes(FlatTrees trees) throws IOException {
    var bytes = new ByteArrayOutputStream();
    trees.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static FlatTrees read(byte[] bytes) throws IOException {
    return FlatTrees.read(new DataInputStream(new ByteArrayInputStream(bytes)), WIDTH);
  }

  @Property(tries = 50)
  void storedTreesAreTheSame(@ForAll long seed, @ForAll boolean shared) throws IOException {
    var random = new SplittableRandom(seed);
    FlatTrees flat = RandomTrees.make(random, 6, WIDTH, 3, shared, true);
    byte[] stored = bytes(flat);
    FlatTrees again = read(stored);
    assertThat(bytes(again)).isEqualTo(stored);
    float[] rows = rows(10, 2, random);
    for (int row = 0; row < 10; row++) {
      assertThat(again.score(rows, row * WIDTH, 1)).isEqualTo(flat.score(rows, row * WIDTH, 1));
    }
  }

  /** A walk must end and stay inside, whatever the bytes were. */
  @Property(tries = 300)
  void damagedTreesAreRefusedOrHarmless(@ForAll long seed) throws IOException {
    var random = new SplittableRandom(seed);
    byte[] stored = bytes(RandomTrees.make(random, 4, WIDTH, 2, random.nextBoolean(), true));
    // Beyond the header and the lengths, so that it is the content that is damaged.
    stored[random.nextInt(20, stored.length)] ^= (byte) (1 << random.nextInt(8));
    FlatTrees trees;
    try {
      trees = read(stored);
    } catch (IOException refused) {
      return;
    }
    var scorer = new TreeScorer(trees);
    float[] rows = rows(4, 2, random);
    for (int row = 0; row < 4; row++) {
      assertThat(scorer.score(rows, row * WIDTH, WIDTH, 0))
          .isEqualTo(trees.score(rows, row * WIDTH, 0));
    }
  }

  @Test
  void placesOutsideAreNamed() throws IOException {
    FlatTrees flat = RandomTrees.make(new SplittableRandom(5), 3, WIDTH, 1, false, true);
    flat.feature[0] = WIDTH;
    byte[] stored = bytes(flat);
    assertThatThrownBy(() -> read(stored))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("feature");
  }
}
