package io.shopkeeper.ml.ease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopkeeper.ml.data.InteractionMatrix;
import io.shopkeeper.ml.ranking.History;
import io.shopkeeper.ml.training.TrainingListener;
import org.junit.jupiter.api.Test;

class EaseModelTest {

  /** Items 0 and 1 go together, and 2 and 3. */
  private static InteractionMatrix pairs() {
    InteractionMatrix.Builder builder = InteractionMatrix.builder();
    for (int user = 0; user < 20; user++) {
      int first = user % 2 == 0 ? 0 : 2;
      builder.add(user, first, 1);
      if (user % 5 != 0) {
        builder.add(user, first + 1, 1);
      }
    }
    return builder.build();
  }

  @Test
  void whatGoesTogetherIsRecommended() {
    EaseModel model = EaseModel.train(pairs(), 1, TrainingListener.SILENT);
    assertThat(model.recommend(History.of(0), 1, item -> item != 0).items()).containsExactly(1);
    assertThat(model.recommend(History.of(3), 1, item -> item != 3).items()).containsExactly(2);
  }

  /** By hand: X = [[1, 1]], λ = 1: P = [[2, 1], [1, 2]]⁻¹ = [[2, −1], [−1, 2]] / 3, B₀₁ = ½. */
  @Test
  void weightsAreThoseOfTheFormula() {
    InteractionMatrix one = InteractionMatrix.builder().add(0, 0, 1).add(0, 1, 1).build();
    EaseModel model = EaseModel.train(one, 1, TrainingListener.SILENT);
    assertThat(model.recommend(History.of(0), 1, item -> item == 1).scores()).containsExactly(0.5f);
  }

  @Test
  void unknownItemsOfAHistoryArePassedOver() {
    EaseModel model = EaseModel.train(pairs(), 1, TrainingListener.SILENT);
    assertThat(model.recommend(History.of(0, 99), 4, item -> true).items())
        .containsExactly(model.recommend(History.of(0), 4, item -> true).items());
  }

  @Test
  void tooManyItemsAreNamed() {
    InteractionMatrix wide = InteractionMatrix.builder().add(0, 20_000, 1).build();
    assertThatThrownBy(() -> EaseModel.train(wide, 1, TrainingListener.SILENT))
        .hasMessageContaining("20,001");
  }
}
