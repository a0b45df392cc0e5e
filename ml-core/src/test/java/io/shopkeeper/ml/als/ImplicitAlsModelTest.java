package io.shopkeeper.ml.als;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.data.InteractionMatrix;
import io.shopkeeper.ml.kernel.SparseRows;
import io.shopkeeper.ml.training.TrainingCancelledException;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ImplicitAlsModelTest {

  private static final AlsOptions OPTIONS = new AlsOptions(4, 10, 0.5, 8, 1);

  /** Two tastes: even users take even items, odd users odd ones; half of them. */
  private static SparseRows tastes() {
    var random = new SplittableRandom(3);
    InteractionMatrix.Builder builder = InteractionMatrix.builder();
    for (int user = 0; user < 60; user++) {
      for (int item = user % 2; item < 40; item += 2) {
        if (random.nextBoolean()) {
          builder.add(user, item, 1);
        }
      }
    }
    return builder.build().sparse();
  }

  private static ImplicitAlsModel model() {
    return ImplicitAlsModel.train(tastes(), OPTIONS, TrainingListener.SILENT);
  }

  @Test
  void recommendsToTheTasteOfAHistory() {
    Set<Integer> history = Set.of(1, 3, 5);
    int[] best =
        model().recommend(new int[] {1, 3, 5}, 10, item -> !history.contains(item)).items();
    assertThat(best).hasSize(10);
    assertThat(Arrays.stream(best)).allMatch(item -> item % 2 == 1);
  }

  /**
   * The vector of a user is where the gradient of Hu, Koren and Volinsky's loss vanishes: Σ over
   * all items of c·(x·y − p)·y, and λ·x.
   */
  @Test
  void aUsersVectorIsWhereTheLossIsLeast() {
    ImplicitAlsModel model = model();
    float[] user = model.user(new int[] {2, 4, 30});
    double[] gradient = new double[OPTIONS.factors()];
    for (int item = 0; item < model.items(); item++) {
      boolean taken = item == 2 || item == 4 || item == 30;
      float[] vector = model.item(item);
      double product = 0;
      for (int f = 0; f < user.length; f++) {
        product += user[f] * vector[f];
      }
      double confidence = taken ? 1 + OPTIONS.confidence() : 1;
      for (int f = 0; f < user.length; f++) {
        gradient[f] += confidence * (product - (taken ? 1 : 0)) * vector[f];
      }
    }
    for (int f = 0; f < user.length; f++) {
      assertThat(gradient[f] + OPTIONS.regularisation() * user[f]).isCloseTo(0, within(1e-4));
    }
  }

  @Test
  void unknownItemsOfAHistoryArePassedOver() {
    ImplicitAlsModel model = model();
    assertThat(model.user(new int[] {1, 99})).containsExactly(model.user(new int[] {1}));
    assertThat(model.user(new int[0])).containsOnly(0f);
  }

  @Test
  void oneSeedGivesOneModel() {
    assertThat(model().item(7)).containsExactly(model().item(7));
  }

  @Test
  void stopsWhereItIsCancelled() {
    var cancelled =
        new TrainingListener() {
          @Override
          public void progress(double fraction, String phase) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    assertThatThrownBy(() -> ImplicitAlsModel.train(tastes(), OPTIONS, cancelled))
        .isInstanceOf(TrainingCancelledException.class);
  }

  @Test
  void optionsThatCannotBeAreRefused() {
    assertThatThrownBy(() -> new AlsOptions(0, 1, 1, 1, 1)).hasMessageContaining("1 to 512");
    assertThatThrownBy(() -> new AlsOptions(1, 1, 0, 1, 1)).hasMessageContaining("regularisation");
  }
}
