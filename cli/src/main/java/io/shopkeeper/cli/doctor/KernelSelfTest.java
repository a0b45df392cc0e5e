package io.shopkeeper.cli.doctor;

import io.shopkeeper.ml.data.InteractionMatrix;
import io.shopkeeper.ml.linear.SymmetricInverse;
import io.shopkeeper.ml.neighbour.ItemNeighbourModel;
import io.shopkeeper.ml.neighbour.ItemNeighbourOptions;
import io.shopkeeper.ml.neighbour.ItemNeighbourTrainer;
import io.shopkeeper.ml.neighbour.Similarity;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.SplittableRandom;

/** Compares the kernels with their formulas, worked out the long way, on a small seeded case. */
final class KernelSelfTest {

  private static final int USERS = 200;
  private static final int ITEMS = 60;
  private static final double CLOSE = 1e-5;

  private KernelSelfTest() {}

  /** What was found, in words. */
  static String run() {
    long started = System.nanoTime();
    boolean[][] likes = likes();
    String fault = similarity(likes);
    if (fault.isEmpty()) {
      fault = inverse(likes);
    }
    long milliseconds = (System.nanoTime() - started) / 1_000_000;
    return fault.isEmpty()
        ? "ok: item similarity and symmetric inverse agree with their formulas (%d ms)"
            .formatted(milliseconds)
        : "FAILED: " + fault;
  }

  private static boolean[][] likes() {
    var random = new SplittableRandom(42);
    boolean[][] likes = new boolean[USERS][ITEMS];
    for (boolean[] row : likes) {
      for (int item = 0; item < ITEMS; item++) {
        row[item] = random.nextInt(8) == 0;
      }
    }
    return likes;
  }

  private static String similarity(boolean[][] likes) {
    InteractionMatrix.Builder builder = InteractionMatrix.builder().atLeast(USERS, ITEMS);
    for (int user = 0; user < USERS; user++) {
      for (int item = 0; item < ITEMS; item++) {
        if (likes[user][item]) {
          builder.add(user, item, 1);
        }
      }
    }
    ItemNeighbourModel model =
        ItemNeighbourTrainer.train(
            builder.build(),
            new ItemNeighbourOptions(Similarity.COSINE, ITEMS, 1, 0),
            TrainingListener.SILENT);
    for (int item = 0; item < ITEMS; item++) {
      int[] neighbours = model.neighboursOf(item);
      float[] similarities = model.similaritiesOf(item);
      for (int i = 0; i < neighbours.length; i++) {
        double expected =
            together(likes, item, neighbours[i])
                / Math.sqrt(
                    (double) together(likes, item, item)
                        * together(likes, neighbours[i], neighbours[i]));
        if (Math.abs(expected - similarities[i]) > CLOSE) {
          return "similarity of items %d and %d is %s, not %s"
              .formatted(item, neighbours[i], similarities[i], expected);
        }
      }
    }
    return "";
  }

  private static String inverse(boolean[][] likes) {
    double[][] gram = new double[ITEMS][ITEMS];
    double[][] inverse = new double[ITEMS][ITEMS];
    for (int i = 0; i < ITEMS; i++) {
      for (int j = 0; j < ITEMS; j++) {
        gram[i][j] = together(likes, i, j) + (i == j ? 1 : 0);
        inverse[i][j] = gram[i][j];
      }
    }
    SymmetricInverse.invert(inverse);
    for (int i = 0; i < ITEMS; i++) {
      for (int j = 0; j < ITEMS; j++) {
        double sum = 0;
        for (int k = 0; k < ITEMS; k++) {
          sum += gram[i][k] * inverse[k][j];
        }
        if (Math.abs(sum - (i == j ? 1 : 0)) > CLOSE) {
          return "the inverse is wrong at (%d, %d)".formatted(i, j);
        }
      }
    }
    return "";
  }

  private static int together(boolean[][] likes, int one, int two) {
    int count = 0;
    for (boolean[] row : likes) {
      if (row[one] && row[two]) {
        count++;
      }
    }
    return count;
  }
}
