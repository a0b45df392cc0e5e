package io.shopkeeper.ml.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.neighbour.ScoredItems;
import io.shopkeeper.ml.ranking.History;
import io.shopkeeper.ml.ranking.InteractionLog;
import io.shopkeeper.ml.ranking.RankingAlgorithm;
import io.shopkeeper.ml.ranking.RankingAlgorithmContract;
import io.shopkeeper.ml.ranking.RankingData;
import io.shopkeeper.ml.ranking.RankingModel;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SessionNeighboursTest extends RankingAlgorithmContract<SessionOptions> {

  private static final long MINUTE = 60_000;

  @Override
  protected RankingAlgorithm<SessionOptions> algorithm() {
    return new SessionNeighbours();
  }

  /** The planted users are one session each, and their order says nothing. */
  @Override
  protected SessionOptions options() {
    return new SessionOptions(
        1000, 500, 0, 50, SessionOptions.Positions.GEOMETRIC, 1, 1, 2, 0.5, 0, 1, 1, 0.3);
  }

  /** Each session of somebody else, one day after the other. */
  private static RankingData days(int items, int[]... sessions) {
    int[] user =
        IntStream.range(0, sessions.length)
            .flatMap(s -> IntStream.generate(() -> s).limit(sessions[s].length))
            .toArray();
    int[] item = Arrays.stream(sessions).flatMapToInt(Arrays::stream).toArray();
    float[] ones = new float[item.length];
    Arrays.fill(ones, 1);
    long[] times = new long[item.length];
    Arrays.setAll(times, i -> (user[i] + 1) * 1440L * MINUTE + i * MINUTE);
    return new RankingData(new InteractionLog(sessions.length, items, user, item, ones, times));
  }

  private RankingModel train(RankingData data, String preset) {
    return algorithm().train(data, algorithm().presets().get(preset), 1, TrainingListener.SILENT);
  }

  @Test
  void vmisByHand() {
    RankingModel model =
        train(days(5, new int[] {0, 1, 2}, new int[] {1, 3}, new int[] {4, 0, 3}), "vmis");

    ScoredItems best = model.recommend(History.of(0, 1), 5, item -> item > 1);

    // Of the running session 1 counts 1 and 0 counts 1/2. Sessions: 1.5, 1 and 0.5 · 0.9.
    // 2: 1.5, in one of three; 3: 1 + 0.45, in two of three; 4: 0.45, in one of three.
    double one = 1 + Math.log(3);
    double two = 1 + Math.log(1.5);
    assertThat(best.items()).containsExactly(2, 3, 4);
    assertThat(best.scores()[0]).isCloseTo((float) (1.5 * one), within(1e-5f));
    assertThat(best.scores()[1]).isCloseTo((float) (1.45 * two), within(1e-5f));
    assertThat(best.scores()[2]).isCloseTo((float) (0.45 * one), within(1e-5f));
  }

  @Test
  void onlyTheLatestSessionsOfAnItemAreAsked() {
    RankingData data = days(4, new int[] {0, 1}, new int[] {0, 2}, new int[] {0, 3});
    var two =
        new SessionOptions(2, 100, 0, 9, SessionOptions.Positions.LINEAR, 1, 0, 1, 0, 0, 1, 1, 0);

    RankingModel model = algorithm().train(data, two, 1, TrainingListener.SILENT);

    assertThat(model.recommend(History.of(0), 4, item -> item > 0).items()).containsExactly(2, 3);
  }

  @Test
  void aLongPauseBeginsASession() {
    RankingModel model =
        train(days(5, new int[] {0, 1}, new int[] {2, 3}, new int[] {2, 4}), "standard");
    long[] times = {0, 31 * MINUTE};

    History paused = new History(-1, new int[] {0, 2}, new float[] {1, 1}, times);

    assertThat(model.recommend(paused, 5, item -> item != 2).items()).containsExactly(4, 3);
    assertThat(model.recommend(History.of(0, 2), 5, item -> item != 2).items())
        .containsExactlyInAnyOrder(4, 3, 1, 0);
  }

  @Test
  void whatFollowsTheSharedItemCountsMoreTheNearerItIs() {
    RankingModel model = train(days(4, new int[] {0, 1, 2, 3}), "whole");

    assertThat(model.recommend(History.of(0), 5, item -> item > 0).items())
        .containsExactly(1, 2, 3);
  }

  @Test
  void whatIsNewCountsMore() {
    RankingModel model = train(days(3, new int[] {0, 1}, new int[] {0, 2}), "whole");

    ScoredItems best = model.recommend(History.of(0), 5, item -> item > 0);

    assertThat(best.items()).containsExactly(2, 1);
    assertThat(best.scores()[1] / best.scores()[0])
        .isCloseTo((float) Math.pow(0.5, (1441 + 1.0) / 1440 / 4), within(1e-3f));
  }

  @Test
  void saysWhichItemSpokeLoudest() {
    RankingModel model =
        train(days(5, new int[] {0, 1}, new int[] {2, 3}, new int[] {0, 1}), "whole");

    assertThat(model.sources(History.of(0, 2), new int[] {1, 3, 4})).containsExactly(0, 2, -1);
  }

  @Test
  void knowsNothingWithoutAHistory() {
    RankingModel model = train(days(3, new int[] {0, 1}, new int[] {0, 2}), "whole");

    assertThat(model.recommend(History.of(), 5, item -> true).size()).isZero();
    assertThat(model.recommend(History.of(7), 5, item -> true).size()).isZero();
  }

  @Test
  void oneQueryDoesNotDisturbTheNext() {
    RankingModel model =
        train(days(6, new int[] {0, 1, 2}, new int[] {3, 4}, new int[] {0, 5}), "whole");
    ScoredItems before = model.recommend(History.of(0), 6, item -> true);

    model.recommend(History.of(3, 4), 6, item -> true);
    model.sources(History.of(3), new int[] {4});

    ScoredItems after = model.recommend(History.of(0), 6, item -> true);
    assertThat(after.items()).containsExactly(before.items());
    assertThat(after.scores()).containsExactly(before.scores());
  }
}
