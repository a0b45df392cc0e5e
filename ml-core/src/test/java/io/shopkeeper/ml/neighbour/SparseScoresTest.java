package io.shopkeeper.ml.neighbour;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.ml.ranking.History;
import io.shopkeeper.ml.ranking.RankingModel;
import io.shopkeeper.ml.ranking.Weighting;
import java.io.DataOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What is ranked among the neighbours of a history is what all items' scores would give. */
class SparseScoresTest {

  @Property(tries = 300)
  void theNeighboursOfAHistoryAreRankedAsAllItemsAre(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 2000) int items,
      @ForAll @IntRange(min = 0, max = 40) int neighbours,
      @ForAll @IntRange(min = 0, max = 30) int acts,
      @ForAll @IntRange(min = 1, max = 40) int n,
      @ForAll @IntRange(min = 0, max = 10) int outOfTen) {
    var random = new SplittableRandom(seed);
    var model = new ItemNeighbourRanking("n", rows(items, neighbours, random), Weighting.SUM, 0.9);
    // Some are not known to the model.
    History history =
        History.of(IntStream.generate(() -> random.nextInt(-1, items + 2)).limit(acts).toArray());
    boolean[] out = new boolean[items];
    for (int i = 0; i < items; i++) {
      out[i] = random.nextInt(10) < outOfTen;
    }
    ScoredItems expected = new Dense(model).recommend(history, n, i -> !out[i]);
    ScoredItems found = model.recommend(history, n, i -> !out[i]);
    assertThat(found.items()).containsExactly(expected.items());
    assertThat(found.scores()).containsExactly(expected.scores());
  }

  /** Few different similarities, one of them 0, so that there are ties and nothings. */
  private static ItemNeighbourModel rows(int items, int most, SplittableRandom random) {
    List<ScoredItems> rows = new ArrayList<>();
    for (int item = 0; item < items; item++) {
      int[] near = random.ints(0, items).limit(random.nextInt(most + 1)).distinct().toArray();
      float[] similar = new float[near.length];
      for (int i = 0; i < near.length; i++) {
        similar[i] = random.nextInt(4) / 4f;
      }
      rows.add(new ScoredItems(near, similar));
    }
    return ItemNeighbourModel.of(rows);
  }

  /** Ranks by the scores of all items. */
  private record Dense(RankingModel model) implements RankingModel {

    @Override
    public int items() {
      return model.items();
    }

    @Override
    public void score(History history, float[] scores) {
      model.score(history, scores);
    }

    @Override
    public void write(DataOutput out) {
      throw new UnsupportedOperationException();
    }
  }
}
