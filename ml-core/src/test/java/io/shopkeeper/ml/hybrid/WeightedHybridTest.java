package io.shopkeeper.ml.hybrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopkeeper.ml.algorithm.OptionsForm;
import io.shopkeeper.ml.algorithm.WrongOptionException;
import io.shopkeeper.ml.family.RankingAlgorithms;
import io.shopkeeper.ml.ranking.History;
import io.shopkeeper.ml.ranking.PlantedTastes;
import io.shopkeeper.ml.ranking.RankingAlgorithm;
import io.shopkeeper.ml.ranking.RankingAlgorithmContract;
import io.shopkeeper.ml.ranking.RankingModel;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WeightedHybridTest extends RankingAlgorithmContract<WeightedHybrid.Options> {

  private static WeightedHybrid.Options of(List<String> algorithms, List<String> weights) {
    return new WeightedHybrid.Options(algorithms, weights, HeldOutChoice.LAST, 0.1, 3);
  }

  @Override
  protected RankingAlgorithm<WeightedHybrid.Options> algorithm() {
    return new WeightedHybrid(RankingAlgorithms::find);
  }

  @Override
  protected WeightedHybrid.Options options() {
    return of(List.of("ease", "popularity", "rp3beta"), List.of());
  }

  private RankingModel trained(WeightedHybrid.Options options) {
    return algorithm().train(PlantedTastes.of(3).data(), options, 1, TrainingListener.SILENT);
  }

  @Test
  void learntWeightsPreferWhatForetells() {
    double[] weights = ((WeightedModel) trained(options())).weights();
    assertThat(weights[0] + weights[2]).isGreaterThan(4 * weights[1]);
  }

  @Test
  void givenWeightsAreKept() {
    var model = (WeightedModel) trained(of(List.of("ease", "popularity"), List.of("0.25", "2")));
    assertThat(model.weights()).containsExactly(0.25, 2);
  }

  @Test
  void oneComponentRanksAsItDoesAlone() {
    PlantedTastes planted = PlantedTastes.of(3);
    RankingModel hybrid = trained(of(List.of("ease"), List.of("3")));
    RankingModel alone =
        RankingAlgorithms.find("ease").map(ease -> standard(ease, planted)).orElseThrow();
    for (History history : planted.data().log().histories()) {
      assertThat(hybrid.recommend(history, 7, item -> true).items())
          .containsExactly(alone.recommend(history, 7, item -> true).items());
    }
  }

  private static <O extends Record> RankingModel standard(
      RankingAlgorithm<O> algorithm, PlantedTastes planted) {
    return algorithm.train(planted.data(), algorithm.standard(), 1, TrainingListener.SILENT);
  }

  @Test
  void wrongComponentsAreNamed() {
    assertThatThrownBy(() -> trained(of(List.of("eeze"), List.of())))
        .isInstanceOf(WrongOptionException.class)
        .hasMessageContaining("eeze");
    assertThatThrownBy(() -> trained(of(List.of("ease/never"), List.of())))
        .hasMessageContaining("standard, recent");
    assertThatThrownBy(() -> trained(of(List.of("learned-hybrid"), List.of())))
        .hasMessageContaining("is a hybrid");
    assertThatThrownBy(
            () ->
                OptionsForm.of(algorithm())
                    .parse(Map.of("algorithms", "ease, als", "weights", "1")))
        .hasMessageContaining("as many as algorithms");
  }
}
