package io.shopkeeper.ml.hybrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.algorithm.WrongOptionException;
import io.shopkeeper.ml.family.RankingAlgorithms;
import io.shopkeeper.ml.ranking.History;
import io.shopkeeper.ml.ranking.InteractionLog;
import io.shopkeeper.ml.ranking.LogSize;
import io.shopkeeper.ml.ranking.RankingData;
import io.shopkeeper.ml.table.Schema;
import io.shopkeeper.ml.table.TableModel;
import java.io.DataOutput;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LearnedModelTest {

  private static final float NONE = Float.NEGATIVE_INFINITY;

  /** Item 0 is the first of the one, item 1 that of the other, item 3 is nobody's. */
  private static LearnedModel model(Optional<TableModel> second) {
    var components =
        new Components(
            List.of("one", "two"), List.of(new Fixed(6, 4, 5, 1), new Fixed(0, 9, 2, 1)), 1, 4);
    var log = new InteractionLog(1, 4, new int[0], new int[0], new float[0], new long[0]);
    CandidateFeatures features = CandidateFeatures.of(new RankingData(log));
    return new LearnedModel(components, features, 1, SecondStage.LOGISTIC, second);
  }

  private static float[] scores(LearnedModel model) {
    float[] scores = new float[4];
    model.score(History.of(3), scores);
    return scores;
  }

  @Test
  void withoutASecondStageTheMeanOrders() {
    LearnedModel model = model(Optional.empty());
    float[][] standardised = model.components().standardised(History.of(3));
    float[] scores = scores(model);
    assertThat(scores[0]).isCloseTo((standardised[0][0] + standardised[1][0]) / 2, within(1e-6f));
    assertThat(scores[1]).isCloseTo((standardised[0][1] + standardised[1][1]) / 2, within(1e-6f));
    assertThat(scores[2]).isEqualTo(NONE);
    assertThat(scores[3]).isEqualTo(NONE);
  }

  /** Probabilities of 0.8 and of 1: ln 4, and the most that is told apart. */
  @Test
  void itsScoresAreLogOdds() {
    float[] scores = scores(model(Optional.of(new Sure(0.8, 1))));
    assertThat(scores[0]).isCloseTo((float) Math.log(4), within(1e-6f));
    assertThat(scores[1]).isCloseTo((float) (12 * Math.log(10)), within(1e-3f));
    assertThat(scores[2]).isEqualTo(NONE);
  }

  @Test
  void memoryIsThatOfAllAndOfTheRows() {
    var algorithm = new LearnedHybrid(RankingAlgorithms::find);
    LearnedHybrid.Options light = algorithm.presets().get("light");
    var size = new LogSize(1000, 500, 20_000);
    long models = HybridOptions.memoryBytes(light.algorithms(), RankingAlgorithms::find, size);
    assertThat(algorithm.memoryBytes(size, light)).isEqualTo(models + 8L * 9 * 1000 * 60 * 2);
  }

  @Test
  void twentyAlgorithmsAreTheMost() {
    List<String> names = IntStream.range(0, 21).mapToObj(i -> "a" + i).toList();
    assertThat(HybridOptions.algorithms(names.subList(0, 20))).hasSize(20);
    for (List<String> wrong : List.of(names, List.<String>of(), Collections.nCopies(2, "ease"))) {
      assertThatThrownBy(() -> HybridOptions.algorithms(wrong))
          .isInstanceOf(WrongOptionException.class)
          .hasMessageContaining("1 to 20 names");
    }
  }

  /** Has one probability for each row, in turn. */
  private record Sure(double... yes) implements TableModel {

    @Override
    public Schema schema() {
      return new Schema(List.of(new Schema.Feature("wanted", false, List.of())));
    }

    @Override
    public List<String> classes() {
      return List.of("no", "yes");
    }

    @Override
    public void predict(float[] rows, int offset, double[] result) {
      result[0] = 1 - yes[offset];
      result[1] = yes[offset];
    }

    @Override
    public void write(DataOutput out) {
      throw new UnsupportedOperationException("is never stored");
    }
  }
}
