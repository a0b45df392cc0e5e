package io.shopkeeper.ml.hybrid;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.ml.family.RankingAlgorithms;
import io.shopkeeper.ml.ranking.PlantedTastes;
import io.shopkeeper.ml.ranking.RankingData;
import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.NumberColumn;
import io.shopkeeper.ml.table.Table;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CandidateRowsTest {

  private static final int MOST = 5;

  /** More questions than are asked side by side, and more rows than there is room for at first. */
  @Test
  void theCandidatesOfEachQuestionStandInItsPlace() {
    RankingData data = PlantedTastes.of(3).data();
    HeldOut held = HeldOut.of(data, HeldOutChoice.ANY, 0.2, 3, 7);
    var part = new Components.Part(TrainingListener.SILENT, 0, 1);
    Components components =
        Components.train(
            List.of("rp3beta", "popularity"), RankingAlgorithms::find, held.training(), 7, part);
    CandidateFeatures features = CandidateFeatures.of(held.training());
    List<HeldOut.Question> questions = new ArrayList<>();
    while (questions.size() < 700) {
      questions.addAll(held.questions());
    }

    LabelledTable rows =
        CandidateRows.of(components, features, questions, MOST, TrainingListener.SILENT);

    assertThat(rows.rows()).isGreaterThan(1 << 12);
    int[] codes = ((ClassTarget) rows.target()).codes();
    int row = 0;
    for (HeldOut.Question question : questions) {
      float[][] scores = components.standardised(question.history());
      int[] candidates = Candidates.of(question.history(), scores, MOST);
      Table its = features.table(components.names(), question.history(), scores, candidates);
      for (int i = 0; i < candidates.length; i++, row++) {
        assertThat(codes[row]).isEqualTo(question.wanted().get(candidates[i]) ? 1 : 0);
        for (int column = 0; column < its.columns().size(); column++) {
          assertThat(values(rows.features(), column)[row]).isEqualTo(values(its, column)[i]);
        }
      }
    }
    assertThat(rows.rows()).isEqualTo(row);
    assertThat(rows.features().columns())
        .extracting(column -> column.name())
        .startsWith("score rp3beta", "place rp3beta", "score popularity");
  }

  @Test
  void nobodyAskedGivesNoRows() {
    RankingData data = PlantedTastes.of(3).data();
    var part = new Components.Part(TrainingListener.SILENT, 0, 1);
    Components components =
        Components.train(List.of("popularity"), RankingAlgorithms::find, data, 7, part);

    LabelledTable rows =
        CandidateRows.of(
            components, CandidateFeatures.of(data), List.of(), MOST, TrainingListener.SILENT);

    assertThat(rows.rows()).isZero();
  }

  private static float[] values(Table table, int column) {
    return ((NumberColumn) table.columns().get(column)).values();
  }
}
