package io.shopkeeper.ml.rating;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.ml.algorithm.AlgorithmContract;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every algorithm that predicts ratings keeps to.
 *
 * @param <O> its options
 */
public abstract class RatingAlgorithmContract<O extends Record>
    extends AlgorithmContract<Ratings, O, RatingModel> {

  @Override
  protected abstract RatingAlgorithm<O> algorithm();

  @Override
  protected List<Ratings> planted() {
    return List.of(PlantedRatings.of(7).train());
  }

  @Override
  protected int questionsBeforeCancel() {
    return 0;
  }

  @Override
  protected void saysTheSame(RatingModel stored, RatingModel read, Ratings data) {
    for (int user = 0; user < data.users() + 1; user++) {
      for (int item = 0; item < data.items() + 1; item++) {
        assertThat(read.predict(user, item)).isEqualTo(stored.predict(user, item));
      }
    }
  }

  /** The root mean square error that must be reached; that of the mean is about 1.5. */
  protected double mostError() {
    return 0.8;
  }

  private static void isSound(RatingModel model, Ratings data) {
    double least = data.size() == 0 ? 0 : data.least();
    double greatest = data.size() == 0 ? 0 : data.greatest();
    for (int user = -1; user < data.users() + 2; user++) {
      for (int item = -1; item < data.items() + 2; item++) {
        assertThat(model.predict(user, item)).isBetween(least - 1e-6, greatest + 1e-6);
      }
    }
  }

  @Test
  void findsPlantedTastes() {
    PlantedRatings planted = PlantedRatings.of(7);
    RatingModel model = train(planted.train());
    isSound(model, planted.train());
    assertThat(planted.error(model)).isLessThanOrEqualTo(mostError());
  }

  @Test
  void noRatingGivesAModel() {
    for (int[] size : new int[][] {{0, 0}, {3, 0}, {0, 4}, {3, 4}}) {
      var data = new Ratings(size[0], size[1], new int[0], new int[0], new float[0]);
      isSound(train(data), data);
    }
  }

  @Test
  void oneUserOneItemAndOneOfEach() {
    float[] values = {1, 5, 3};
    var oneUser = new Ratings(1, 4, new int[] {0, 0, 0}, new int[] {1, 3, 2}, values);
    isSound(train(oneUser), oneUser);
    var oneItem = new Ratings(3, 1, new int[] {0, 1, 2}, new int[] {0, 0, 0}, values);
    isSound(train(oneItem), oneItem);
    var one = new Ratings(1, 1, new int[] {0}, new int[] {0}, new float[] {4});
    isSound(train(one), one);
    assertThat(train(one).predict(0, 0)).isEqualTo(4);
  }

  @Test
  void equalRatingsArePredictedAsTheyAre() {
    int[] user = IntStream.range(0, 90).map(i -> i / 6).toArray();
    int[] item = IntStream.range(0, 90).map(i -> i % 6).toArray();
    float[] values = new float[90];
    Arrays.fill(values, 3);
    var data = new Ratings(16, 7, user, item, values);
    RatingModel model = train(data);
    isSound(model, data);
    assertThat(model.predict(2, 3)).isEqualTo(3);
    assertThat(model.predict(15, 6)).isEqualTo(3);
  }

  @Test
  void whatIsRepeatedDoesNotDisturb() {
    int[] user = IntStream.range(0, 200).map(i -> i % 4).toArray();
    int[] item = IntStream.range(0, 200).map(i -> i % 4 + 4 * (i % 3 == 0 ? 1 : 0)).toArray();
    float[] values = new float[200];
    for (int i = 0; i < values.length; i++) {
      values[i] = 1 + i % 5;
    }
    var data = new Ratings(5, 9, user, item, values);
    isSound(train(data), data);
  }
}
