package io.shopkeeper.ml.neighbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.data.InteractionMatrix;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ItemNeighbourTrainerTest {

  private static final int USERS = 90;
  private static final int ITEMS = 40;

  @ParameterizedTest
  @EnumSource(names = {"SEED", "COSINE", "JACCARD"})
  void similaritiesAreThoseOfTheFormulas(Similarity similarity) {
    float[][] cells = cells();
    var options = new ItemNeighbourOptions(similarity, 7, 2, 3);
    ItemNeighbourModel model =
        ItemNeighbourTrainer.train(matrix(cells), options, TrainingListener.SILENT);
    assertThat(model.items()).isEqualTo(ITEMS);
    for (int item = 0; item < ITEMS; item++) {
      List<Double> all = new ArrayList<>();
      for (int other = 0; other < ITEMS; other++) {
        double value = other == item ? 0 : similarity(cells, item, other, similarity);
        if (value > 0) {
          all.add(value);
        }
      }
      all.sort((a, b) -> Double.compare(b, a));
      float[] found = model.similaritiesOf(item);
      int[] neighbours = model.neighboursOf(item);
      assertThat(found).hasSize(Math.min(7, all.size()));
      for (int i = 0; i < found.length; i++) {
        assertThat((double) found[i]).isCloseTo(all.get(i), within(1e-6));
        assertThat((double) found[i])
            .isCloseTo(similarity(cells, item, neighbours[i], similarity), within(1e-6));
      }
    }
  }

  private static double similarity(float[][] cells, int one, int two, Similarity similarity) {
    double product = 0;
    double first = 0;
    double second = 0;
    int shared = 0;
    for (float[] row : cells) {
      float a = similarity != Similarity.COSINE ? Math.signum(row[one]) : row[one];
      float b = similarity != Similarity.COSINE ? Math.signum(row[two]) : row[two];
      product += a * b;
      first += a * a;
      second += b * b;
      shared += a != 0 && b != 0 ? 1 : 0;
    }
    double bare =
        similarity == Similarity.JACCARD
            ? product / (first + second - product)
            : product / Math.sqrt(first * second);
    return shared < 2 ? 0 : bare * shared / (shared + 3);
  }

  private static float[][] cells() {
    var random = new SplittableRandom(4);
    float[][] cells = new float[USERS][ITEMS];
    for (float[] row : cells) {
      for (int item = 0; item < ITEMS; item++) {
        row[item] = random.nextInt(6) == 0 ? 1 + random.nextInt(5) : 0;
      }
    }
    return cells;
  }

  private static InteractionMatrix matrix(float[][] cells) {
    InteractionMatrix.Builder builder = InteractionMatrix.builder().atLeast(USERS, ITEMS);
    for (int user = 0; user < USERS; user++) {
      for (int item = 0; item < ITEMS; item++) {
        if (cells[user][item] != 0) {
          builder.add(user, item, cells[user][item]);
        }
      }
    }
    return builder.build();
  }
}
