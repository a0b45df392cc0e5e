package io.shopkeeper.ml.als;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.kernel.RowSystems;
import io.shopkeeper.ml.kernel.SparseRows;
import io.shopkeeper.ml.ranking.History;
import io.shopkeeper.ml.ranking.PlantedTastes;
import io.shopkeeper.ml.ranking.RankingModel;
import io.shopkeeper.ml.ranking.Weighting;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ConjugateGradientTest {

  private static final int WIDTH = 6;

  private static RowSystems systems() {
    var random = new SplittableRandom(2);
    float[] vectors = new float[20 * WIDTH];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = (float) random.nextGaussian();
    }
    int[] starts = {0, 3, 3, 6};
    int[] columns = {1, 7, 19, 0, 2, 18};
    float[] weights = {1, 2, 0.5f, 1, 1, 3};
    float[] targets = {2, 3, 1.5f, 2, 2, 4};
    float[] base = new float[WIDTH * WIDTH];
    for (int f = 0; f < WIDTH; f++) {
      base[f * WIDTH + f] = 1;
    }
    return new RowSystems(
        new SparseRows(3, 20, starts, columns, weights),
        targets,
        WIDTH,
        vectors,
        base,
        new float[] {0.5f, 0.5f, 2});
  }

  /** As many steps as there are unknowns solve exactly. */
  @Test
  void enoughStepsSolveAsCholeskyDoes() {
    float[] exact = new float[3 * WIDTH];
    KernelBackends.current().kernels().leastSquares(systems(), exact);
    float[] near = new float[3 * WIDTH];
    new ConjugateGradient(systems()).better(near, WIDTH);
    for (int i = 0; i < exact.length; i++) {
      assertThat(near[i]).isCloseTo(exact[i], within(1e-4f));
    }
  }

  @Test
  void threeStepsLearnTheTastesToo() {
    PlantedTastes planted = PlantedTastes.of(3);
    var options =
        new ImplicitAls.Options(
            4, 10, 3, 4, Weighting.BINARY, ImplicitAls.Solver.CONJUGATE_GRADIENT);
    RankingModel model =
        new ImplicitAls().train(planted.data(), options, 7, TrainingListener.SILENT);
    assertThat(planted.hits(model)).isGreaterThanOrEqualTo(0.8);
  }

  /** An item that the users of one taste have is folded in near the items of that taste. */
  @Test
  void aNewItemGoesToItsTaste() {
    PlantedTastes planted = PlantedTastes.of(3);
    var model =
        (ImplicitAlsModel)
            new ImplicitAls()
                .train(
                    planted.data(),
                    new ImplicitAls.Options(
                        4, 10, 3, 4, Weighting.BINARY, ImplicitAls.Solver.CHOLESKY),
                    7,
                    TrainingListener.SILENT);
    History[] histories = planted.data().log().histories();
    List<float[]> owners = new ArrayList<>();
    for (int user = 0; user < 40; user += PlantedTastes.TASTES) {
      owners.add(model.user(histories[user]));
    }
    float[] item = model.item(owners);
    double own = 0;
    double others = 0;
    for (int user = 40; user < 80; user++) {
      float[] vector = model.user(histories[user]);
      double score = 0;
      for (int f = 0; f < item.length; f++) {
        score += item[f] * vector[f];
      }
      if (user % PlantedTastes.TASTES == 0) {
        own += score / 10;
      } else {
        others += score / 30;
      }
    }
    assertThat(own).isGreaterThan(others + 0.3);
    assertThat(model.item(List.of())).containsOnly(0f);
  }
}
