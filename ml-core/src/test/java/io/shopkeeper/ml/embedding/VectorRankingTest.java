package io.shopkeeper.ml.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.neighbour.ScoredItems;
import io.shopkeeper.ml.ranking.History;
import io.shopkeeper.ml.training.TrainingListener;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VectorRankingTest {

  private static final int ITEMS = 2000;
  private static final int USERS = 50;
  private static final int WIDTH = 12;

  private static float[] normal(int count, double scale, long seed) {
    var random = new SplittableRandom(seed);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (scale * random.nextGaussian());
    }
    return values;
  }

  private static final VectorRanking.Parts PARTS =
      new VectorRanking.Parts(
          WIDTH,
          normal(USERS * WIDTH, 1, 1),
          normal(ITEMS * WIDTH, 1, 2),
          normal(ITEMS, 1, 3),
          normal(ITEMS * WIDTH, 1, 4),
          false);

  private static VectorRanking of(int mostExact) {
    return VectorRanking.of("bpr", PARTS, 42, TrainingListener.SILENT, mostExact);
  }

  private static byte[] bytes(VectorRanking model) throws IOException {
    var bytes = new ByteArrayOutputStream();
    model.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static VectorRanking read(byte[] bytes) throws IOException {
    return VectorRanking.read(new DataInputStream(new ByteArrayInputStream(bytes)), "bpr");
  }

  @Test
  void theGraphFindsWhatScoringAllFinds() throws IOException {
    VectorRanking exact = of(ITEMS);
    VectorRanking near = read(bytes(of(ITEMS - 1)));
    int hits = 0;
    for (int user = 0; user < USERS; user++) {
      var history = new History(user, new int[0], new float[0], new long[0]);
      ScoredItems best = exact.recommend(history, 10, item -> item % 2 == 0);
      ScoredItems found = near.recommend(history, 10, item -> item % 2 == 0);
      assertThat(found.items()).hasSize(10);
      assertThat(IntStream.of(found.items())).allMatch(item -> item % 2 == 0);
      assertThat(found.scores()[0]).isCloseTo(best.scores()[0], within(1e-3f));
      hits +=
          (int)
              IntStream.of(best.items())
                  .filter(item -> IntStream.of(found.items()).anyMatch(f -> f == item))
                  .count();
    }
    assertThat(hits).isGreaterThan(490);
    float[] one = new float[ITEMS];
    float[] two = new float[ITEMS];
    exact.score(History.of(3, 7), one);
    near.score(History.of(3, 7), two);
    assertThat(two).containsExactly(one);
    assertThat(near.recommend(History.of(), 10, item -> true).size()).isZero();
  }

  @Test
  void modelsOfTheFirstFormatAreRead() throws IOException {
    byte[] second = bytes(of(ITEMS));
    // The format stands behind the mark and the name; the last byte says that there is no graph.
    byte[] first = Arrays.copyOf(second, second.length - 1);
    int format = 4 + 2 + "bpr".length() + 3;
    assertThat(first[format]).isEqualTo((byte) 2);
    first[format] = 1;
    assertThat(bytes(read(first))).isEqualTo(second);
    assertThatThrownBy(() -> read(Arrays.copyOf(second, second.length - 1)))
        .isInstanceOf(IOException.class);
  }
}
