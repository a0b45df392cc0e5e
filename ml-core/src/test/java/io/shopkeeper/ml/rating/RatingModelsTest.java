package io.shopkeeper.ml.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.als.AlsOptions;
import io.shopkeeper.ml.als.AlsRatings;
import io.shopkeeper.ml.neighbour.Similarity;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RatingModelsTest {

  private static final int USERS = 60;
  private static final int ITEMS = 40;

  /** Two tastes: even users love even items, odd users odd ones; every third cell is rated. */
  private static Ratings tastes(boolean held) {
    var random = new SplittableRandom(7);
    int cells = USERS * ITEMS;
    int[] user = new int[cells];
    int[] item = new int[cells];
    float[] value = new float[cells];
    int n = 0;
    for (int u = 0; u < USERS; u++) {
      for (int i = 0; i < ITEMS; i++) {
        double noise = random.nextDouble();
        if ((u + 2 * i) % 5 == 0 == held) {
          user[n] = u;
          item[n] = i;
          value[n++] = (float) Math.clamp((u % 2 == i % 2 ? 4.5 : 1.5) + noise - 0.5, 1, 5);
        }
      }
    }
    return new Ratings(
        USERS, ITEMS, Arrays.copyOf(user, n), Arrays.copyOf(item, n), Arrays.copyOf(value, n));
  }

  private static double error(RatingModel model) {
    Ratings test = tastes(true);
    double sum = 0;
    for (int i = 0; i < test.size(); i++) {
      sum += Math.pow(model.predict(test.user()[i], test.item()[i]) - test.value()[i], 2);
    }
    return Math.sqrt(sum / test.size());
  }

  @Test
  void alternatingLeastSquaresLearnTastesToo() {
    RatingModel model =
        AlsRatings.train(tastes(false), new AlsOptions(4, 10, 0.02, 0, 1), TrainingListener.SILENT);
    assertThat(error(model)).isLessThan(0.5);
    assertThat(model.predict(USERS + 3, ITEMS + 3)).isBetween(1.0, 5.0);
  }

  @Test
  void factorsLearnTastesThatBiasesCannot() {
    RatingModel baseline = BaselineRatings.train(tastes(false), BaselineRatings.Options.DEFAULT);
    RatingModel factors =
        FactorRatings.train(
            tastes(false),
            new FactorRatings.Options(4, 60, 0.05, 0.98, 0.02),
            1,
            TrainingListener.SILENT);
    assertThat(error(baseline)).isGreaterThan(1.2);
    assertThat(error(factors)).isLessThan(0.5);
  }

  @Test
  void neighboursLearnTastes() {
    RatingModel neighbours =
        RatedNeighbours.cosine()
            .train(
                tastes(false),
                new RatedNeighbours.Options(Similarity.COSINE, 10, 1, 0),
                1,
                TrainingListener.SILENT);
    assertThat(error(neighbours)).isLessThan(1.0);
  }

  @Test
  void oneSeedGivesOneModel() {
    var options = new FactorRatings.Options(4, 5, 0.05, 0.98, 0.02);
    RatingModel one = FactorRatings.train(tastes(false), options, 3, TrainingListener.SILENT);
    RatingModel two = FactorRatings.train(tastes(false), options, 3, TrainingListener.SILENT);
    assertThat(one.predict(3, 4)).isEqualTo(two.predict(3, 4));
  }

  @Test
  void strangersAreAnsweredFromWhatIsKnown() {
    Ratings ratings = tastes(false);
    for (RatingModel model :
        List.of(
            BaselineRatings.train(ratings, BaselineRatings.Options.DEFAULT),
            FactorRatings.train(
                ratings, FactorRatings.Options.DEFAULT, 1, TrainingListener.SILENT))) {
      assertThat(model.predict(USERS + 5, ITEMS + 5)).isCloseTo(ratings.mean(), within(1e-6));
      assertThat(model.predict(0, ITEMS + 5)).isBetween(1.0, 5.0);
    }
  }

  @Test
  void predictionsStayOnTheScale() {
    var ratings =
        new Ratings(2, 2, new int[] {0, 0, 1}, new int[] {0, 1, 0}, new float[] {5, 5, 1});
    RatingModel model = BaselineRatings.train(ratings, new BaselineRatings.Options(0, 0, 5));
    assertThat(model.predict(0, 1)).isBetween(1.0, 5.0);
  }
}
