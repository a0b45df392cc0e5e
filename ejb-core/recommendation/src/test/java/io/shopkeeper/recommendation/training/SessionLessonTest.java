package io.shopkeeper.recommendation.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.ml.neighbour.ScoredItems;
import io.shopkeeper.ml.ranking.History;
import io.shopkeeper.ml.ranking.InteractionLog;
import io.shopkeeper.ml.ranking.RankingData;
import io.shopkeeper.ml.ranking.RankingModel;
import io.shopkeeper.ml.session.SessionNeighbours;
import io.shopkeeper.ml.table.Table;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.recommendation.features.Interactions;
import io.shopkeeper.recommendation.model.RecommendationModel;
import io.shopkeeper.training.TrainingTask;
import io.shopkeeper.training.snapshot.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionLessonTest {

  @TempDir private static Path folder;

  /** What serves is what `evaluate recommend --algorithm session-knn` measures. */
  @Test
  void aTrainedModelHasTheNeighboursThatTheEvaluationMeasures() throws IOException {
    Snapshot snapshot = PlantedShop.write(folder.resolve("snapshot"));
    Interactions interactions = Interactions.read(snapshot);
    SessionNeighbours algorithm = new SessionNeighbours();
    RankingModel measured =
        algorithm.train(
            new RankingData(interactions.log(), interactions.attributes()),
            algorithm.presets().get("standard"),
            7,
            TrainingListener.SILENT);
    byte[] artefact =
        new RecommendationTrainer()
            .train(
                new TrainingTask(
                    "popularity",
                    Map.of("halfLifeDays", "10"),
                    42,
                    Map.of(TrainingTask.EVALUATION, "time:0.2")),
                snapshot,
                TrainingListener.SILENT)
            .artefact();
    RankingModel serving = RecommendationModel.read(artefact).sessions().orElseThrow();
    int[] first = IntStream.range(0, interactions.items()).toArray();
    for (int item : first) {
      History session = History.of(item, (item + 2) % first.length);
      ScoredItems expected = measured.recommend(session, 10, any -> true);
      ScoredItems found = serving.recommend(session, 10, any -> true);
      assertThat(found.items()).isEqualTo(expected.items());
      assertThat(found.scores()).isEqualTo(expected.scores());
    }
  }

  @Test
  void onlyTheLatestInteractionsAreKept() {
    var log =
        new InteractionLog(
            2,
            4,
            new int[] {0, 0, 1, 1},
            new int[] {0, 1, 2, 3},
            new float[] {1, 1, 1, 1},
            new long[] {1, 2, 3, 4});
    var interactions =
        new Interactions(List.of("a", "b", "c", "d"), log, new boolean[4], new Table(4, List.of()));
    RankingModel latest = SessionLesson.learn(interactions, 2, TrainingListener.SILENT);
    assertThat(latest.recommend(History.of(2), 3, item -> item != 2).items()).containsExactly(3);
    assertThat(latest.recommend(History.of(0), 3, item -> item != 0).size()).isZero();
    RankingModel all = SessionLesson.learn(interactions, 4, TrainingListener.SILENT);
    assertThat(all.recommend(History.of(0), 3, item -> item != 0).items()).containsExactly(1);
  }
}
