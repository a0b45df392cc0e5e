package io.shopkeeper.ml.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.algorithm.AlgorithmContract;
import io.shopkeeper.ml.neighbour.ScoredItems;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every algorithm that ranks keeps to.
 *
 * @param <O> its options
 */
public abstract class RankingAlgorithmContract<O extends Record>
    extends AlgorithmContract<RankingData, O, RankingModel> {

  @Override
  protected abstract RankingAlgorithm<O> algorithm();

  @Override
  protected List<RankingData> planted() {
    return List.of(PlantedTastes.of(3).data());
  }

  @Override
  protected int questionsBeforeCancel() {
    return 0;
  }

  @Override
  protected void saysTheSame(RankingModel stored, RankingModel read, RankingData data) {
    for (History history : data.log().histories()) {
      float[] before = new float[stored.items()];
      float[] after = new float[stored.items()];
      stored.score(history, before);
      read.score(history, after);
      assertThat(after).containsExactly(before);
    }
  }

  /** The part of the users whose held-out item must be found; chance finds about a quarter. */
  protected double leastHits() {
    return 0.8;
  }

  /** Whether it ranks alike for everybody. */
  protected boolean alikeForEverybody() {
    return false;
  }

  private static InteractionLog log(int users, int items, int[] user, int[] item) {
    float[] ones = new float[user.length];
    Arrays.fill(ones, 1);
    return new InteractionLog(users, items, user, item, ones, new long[user.length]);
  }

  /** A model that ranks finite scores in order, for everybody and for strangers. */
  private static void isSound(RankingModel model, RankingData data) {
    assertThat(model.items()).isEqualTo(data.log().items());
    for (History history : data.log().histories()) {
      isSound(model, history);
    }
    isSound(model, History.of());
    isSound(model, History.of(model.items(), model.items() + 7, -1));
    isSound(model, new History(data.log().users() + 3, new int[0], new float[0], new long[0]));
  }

  private static void isSound(RankingModel model, History history) {
    float[] scores = new float[model.items()];
    model.score(history, scores);
    for (float score : scores) {
      assertThat(score == Float.NEGATIVE_INFINITY || Float.isFinite(score)).isTrue();
    }
    ScoredItems best = model.recommend(history, 5, item -> item % 2 == 0);
    assertThat(best.size()).isLessThanOrEqualTo(5);
    assertThat(Arrays.stream(best.items()).distinct()).hasSize(best.size());
    for (int place = 0; place < best.size(); place++) {
      assertThat(best.items()[place]).isBetween(0, model.items() - 1);
      assertThat(best.items()[place] % 2).isZero();
      assertThat(place == 0 || best.scores()[place] <= best.scores()[place - 1]).isTrue();
    }
    int[] sources = model.sources(history, best.items());
    assertThat(sources).hasSameSizeAs(best.items());
    for (int source : sources) {
      assertThat(source == -1 || IntStream.of(history.items()).anyMatch(item -> item == source))
          .isTrue();
    }
  }

  @Test
  void findsPlantedTastes() {
    PlantedTastes planted = PlantedTastes.of(3);
    RankingModel model = train(planted.data());
    isSound(model, planted.data());
    assertThat(planted.hits(model)).isGreaterThanOrEqualTo(leastHits());
  }

  @Test
  void nobodyIsGivenSomethingPersonalOutOfNothing() {
    PlantedTastes planted = PlantedTastes.of(3);
    RankingModel model = train(planted.data());
    int[] foreign = {model.items(), model.items() + 7, -1};
    float[] ones = {1, 1, 1};
    int unknown = planted.data().log().users() + 3;
    for (History empty :
        List.of(
            History.of(),
            History.of(foreign),
            new History(unknown, new int[0], new float[0], new long[0]),
            new History(unknown, foreign, ones, new long[3]))) {
      float[] scores = new float[model.items()];
      model.score(empty, scores);
      if (alikeForEverybody()) {
        float[] others = new float[model.items()];
        model.score(planted.data().log().histories()[5], others);
        assertThat(scores).containsExactly(others);
      } else {
        assertThat(scores).containsOnly(Float.NEGATIVE_INFINITY);
        assertThat(model.recommend(empty, 5, item -> true).size()).isZero();
      }
    }
  }

  @Test
  void recommendationsAreTheGreatestScores() {
    PlantedTastes planted = PlantedTastes.of(3);
    RankingModel model = train(planted.data());
    History history = planted.data().log().histories()[5];
    float[] scores = new float[model.items()];
    model.score(history, scores);
    ScoredItems best = model.recommend(history, model.items(), item -> true);
    for (int place = 0; place < best.size(); place++) {
      assertThat(best.scores()[place])
          .isCloseTo(
              scores[best.items()[place]],
              within(1e-4f * Math.max(1, Math.abs(best.scores()[place]))));
    }
  }

  @Test
  void anEmptyLogGivesAModel() {
    for (int[] size : new int[][] {{0, 0}, {3, 0}, {0, 4}, {3, 4}}) {
      var data = new RankingData(log(size[0], size[1], new int[0], new int[0]));
      isSound(train(data), data);
    }
  }

  @Test
  void oneUserOneItemAndOneOfEach() {
    var oneUser = new RankingData(log(1, 4, new int[] {0, 0, 0}, new int[] {1, 3, 2}));
    isSound(train(oneUser), oneUser);
    var oneItem = new RankingData(log(3, 1, new int[] {0, 1, 2}, new int[] {0, 0, 0}));
    isSound(train(oneItem), oneItem);
    var one = new RankingData(log(1, 1, new int[] {0}, new int[] {0}));
    isSound(train(one), one);
  }

  @Test
  void whatIsRepeatedDoesNotDisturb() {
    int[] user = IntStream.range(0, 200).map(i -> i % 4).toArray();
    int[] item = IntStream.range(0, 200).map(i -> i % 4 + 4 * (i % 3 == 0 ? 1 : 0)).toArray();
    var data = new RankingData(log(5, 9, user, item));
    isSound(train(data), data);
  }

  @Test
  void everybodyTakesTheSame() {
    int[] user = IntStream.range(0, 60).map(i -> i / 3).toArray();
    int[] item = IntStream.range(0, 60).map(i -> i % 3).toArray();
    var data = new RankingData(log(20, 6, user, item));
    RankingModel model = train(data);
    isSound(model, data);
  }

  @Test
  void valuesMayDiffer() {
    PlantedTastes planted = PlantedTastes.of(3);
    InteractionLog log = planted.data().log();
    float[] values = new float[log.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 7 == 0 ? 1000f : 0.01f;
    }
    var data =
        new RankingData(
            new InteractionLog(
                log.users(), log.items(), log.user(), log.item(), values, log.time()),
            planted.data().attributes());
    isSound(train(data), data);
  }
}
