package io.shopkeeper.ml.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.algorithm.WrongOptionException;
import io.shopkeeper.ml.neighbour.ScoredItems;
import io.shopkeeper.ml.neighbour.TopItems;
import io.shopkeeper.ml.training.TrainingCancelledException;
import io.shopkeeper.ml.training.TrainingListener;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HnswIndexTest {

  private static final int WIDTH = 17;

  private static boolean any(int item) {
    return item >= 0;
  }

  private static float[] vectors(int count, long seed) {
    var random = new SplittableRandom(seed);
    float[] centres = new float[20 * WIDTH];
    for (int i = 0; i < centres.length; i++) {
      centres[i] = (float) random.nextGaussian();
    }
    float[] vectors = new float[count * WIDTH];
    for (int row = 0; row < count; row++) {
      int centre = random.nextInt(20) * WIDTH;
      for (int i = 0; i < WIDTH; i++) {
        vectors[row * WIDTH + i] = centres[centre + i] + 0.7f * (float) random.nextGaussian();
      }
    }
    return vectors;
  }

  private static float[] row(float[] vectors, int row) {
    return Arrays.copyOfRange(vectors, row * WIDTH, (row + 1) * WIDTH);
  }

  private static HnswIndex build(float[] vectors, VectorMeasure measure) {
    return HnswIndex.build(
        vectors, WIDTH, new HnswOptions(measure, 16, 60), 42, TrainingListener.SILENT);
  }

  /** By the definition, in double precision. */
  private static ScoredItems exact(
      float[] vectors, float[] query, int k, VectorMeasure measure, IntPredicate admissible) {
    var best = new TopItems(k);
    for (int row = 0; row < vectors.length / WIDTH; row++) {
      double product = 0;
      double one = 0;
      double two = 0;
      for (int i = 0; i < WIDTH; i++) {
        float value = vectors[row * WIDTH + i];
        product += (double) value * query[i];
        one += (double) value * value;
        two += (double) query[i] * query[i];
      }
      if (admissible.test(row)) {
        best.offer(
            row,
            (float) (measure == VectorMeasure.COSINE ? product / Math.sqrt(one * two) : product));
      }
    }
    return best.drain();
  }

  private static double recall(
      HnswIndex index, float[] vectors, VectorMeasure measure, IntPredicate admissible) {
    // Of the same kind as what is searched.
    float[] all = vectors(vectors.length / WIDTH + 100, 7);
    float[] queries = Arrays.copyOfRange(all, vectors.length, all.length);
    int hits = 0;
    for (int q = 0; q < 100; q++) {
      ScoredItems found = index.search(row(queries, q), 10, 60, admissible);
      int[] truth = exact(vectors, row(queries, q), 10, measure, admissible).items();
      assertThat(found.size()).isEqualTo(10);
      assertThat(found.items()).doesNotHaveDuplicates();
      assertThat(IntStream.of(found.items())).allMatch(admissible::test);
      hits += (int) IntStream.of(truth).filter(t -> has(found.items(), t)).count();
    }
    return hits / 1000.0;
  }

  private static boolean has(int[] items, int item) {
    return IntStream.of(items).anyMatch(found -> found == item);
  }

  @ParameterizedTest
  @EnumSource
  void findsTheNearest(VectorMeasure measure) throws IOException {
    float[] vectors = vectors(3000, 7);
    HnswIndex index = build(vectors, measure);
    double floor = 0.97;
    assertThat(recall(index, vectors, measure, HnswIndexTest::any)).isGreaterThan(floor);
    assertThat(recall(index, vectors, measure, item -> item % 3 == 1)).isGreaterThan(floor);
    HnswIndex again = read(bytes(index));
    assertThat(recall(again, vectors, measure, HnswIndexTest::any)).isGreaterThan(floor);
    // So few that all of them are looked at.
    assertThat(recall(index, vectors, measure, item -> item % 200 == 1)).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void scoresAreThoseOfTheMeasure(VectorMeasure measure) {
    float[] vectors = vectors(500, 7);
    HnswIndex index = build(vectors, measure);
    float[] query = row(vectors(1, 9), 0);
    ScoredItems found = index.search(query, 5, 500);
    ScoredItems truth = exact(vectors, query, 5, measure, HnswIndexTest::any);
    assertThat(found.items()).containsExactly(truth.items());
    for (int i = 0; i < 5; i++) {
      assertThat(found.scores()[i]).isCloseTo(truth.scores()[i], within(1e-4f));
    }
  }

  private static byte[] bytes(HnswIndex index) throws IOException {
    var bytes = new ByteArrayOutputStream();
    index.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static HnswIndex read(byte[] bytes) throws IOException {
    return HnswIndex.read(new DataInputStream(new ByteArrayInputStream(bytes)));
  }

  @Test
  void whatWasStoredGoesOnAlike() throws IOException {
    float[] vectors = vectors(800, 7);
    HnswIndex whole = build(vectors, VectorMeasure.COSINE);
    assertThat(bytes(build(vectors, VectorMeasure.COSINE))).isEqualTo(bytes(whole));
    HnswIndex part = build(Arrays.copyOf(vectors, 500 * WIDTH), VectorMeasure.COSINE);
    HnswIndex read = read(bytes(part));
    for (int row = 500; row < 800; row++) {
      assertThat(read.add(row(vectors, row))).isEqualTo(row);
    }
    assertThat(bytes(read)).isEqualTo(bytes(whole));
    assertThat(read.size()).isEqualTo(800);
    assertThat(read.bytes()).isLessThan(800 * 4 * (WIDTH + 2 * 16 + 3) * 2);
  }

  @Property(tries = 40, seed = "3")
  void everySizeAnswers(
      @ForAll @IntRange(max = 90) int count,
      @ForAll @IntRange(min = 1, max = 12) int k,
      @ForAll @IntRange(min = 1, max = 4) int different,
      @ForAll VectorMeasure measure)
      throws IOException {
    // Few different vectors, one of them 0: many ties.
    float[] some = vectors(different, 7);
    Arrays.fill(some, 0, WIDTH, 0);
    float[] vectors = new float[count * WIDTH];
    for (int row = 0; row < count; row++) {
      System.arraycopy(some, row % different * WIDTH, vectors, row * WIDTH, WIDTH);
    }
    HnswIndex index = read(bytes(build(vectors, measure)));
    ScoredItems found = index.search(row(some, different - 1), k, 40);
    assertThat(found.size()).isEqualTo(Math.min(k, count));
    assertThat(found.items()).doesNotHaveDuplicates();
    for (int i = 1; i < found.size(); i++) {
      assertThat(found.scores()[i]).isLessThanOrEqualTo(found.scores()[i - 1]);
    }
    assertThat(index.search(row(some, 0), k, 1, item -> false).size()).isZero();
  }

  @Test
  void roomGrowsAsFarAsAnArrayGoes() {
    assertThat(LinkTable.room(0)).isEqualTo(16);
    assertThat(LinkTable.room(1000)).isEqualTo(1516);
    assertThat(LinkTable.room(1_500_000_000L)).isEqualTo(LinkTable.MOST_CELLS);
    assertThat(LinkTable.room(LinkTable.MOST_CELLS)).isEqualTo(LinkTable.MOST_CELLS);
    assertThatThrownBy(() -> LinkTable.room(LinkTable.MOST_CELLS + 1L))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("too many");
  }

  @Test
  void whatIsWrongIsSaid() throws IOException {
    HnswIndex index = build(vectors(50, 7), VectorMeasure.COSINE);
    assertThatThrownBy(() -> index.add(new float[3])).hasMessage("a vector of 3 values, not of 17");
    float[] infinite = new float[WIDTH];
    infinite[4] = Float.NaN;
    assertThatThrownBy(() -> index.search(infinite, 1, 1)).hasMessageContaining("must be finite");
    assertThatThrownBy(() -> index.search(new float[WIDTH], 0, 1)).hasMessageContaining("k must");
    assertThatThrownBy(() -> new HnswOptions(VectorMeasure.COSINE, 1, 100))
        .isInstanceOf(WrongOptionException.class)
        .hasMessageContaining("links");
    assertThatThrownBy(() -> build(new float[WIDTH + 1], VectorMeasure.COSINE))
        .hasMessageContaining("no whole vectors");
    byte[] bytes = bytes(index);
    for (int place = 12; place < bytes.length; place += 97) {
      byte[] damaged = bytes.clone();
      damaged[place] ^= (byte) 0x80;
      try {
        HnswIndex read = read(damaged);
        assertThat(read.search(row(vectors(1, 9), 0), 3, 5).size()).isEqualTo(3);
      } catch (IOException said) {
        assertThat(said).isNotNull();
      }
    }
    assertThatThrownBy(() -> read(Arrays.copyOf(bytes, bytes.length / 2)))
        .isInstanceOf(IOException.class);
  }

  @Test
  void buildingCanBeStopped() {
    var stopping =
        new TrainingListener() {
          @Override
          public void progress(double fraction, String phase) {
            assertThat(fraction).isBetween(0.0, 1.0);
          }

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    assertThatThrownBy(
            () ->
                HnswIndex.build(
                    vectors(50, 7),
                    WIDTH,
                    HnswOptions.standard(VectorMeasure.COSINE),
                    42,
                    stopping))
        .isInstanceOf(TrainingCancelledException.class);
  }
}
