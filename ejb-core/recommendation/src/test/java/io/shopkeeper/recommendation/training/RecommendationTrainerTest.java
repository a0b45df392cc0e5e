package io.shopkeeper.recommendation.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopkeeper.ml.family.RankingAlgorithms;
import io.shopkeeper.ml.ranking.History;
import io.shopkeeper.ml.ranking.RankingAlgorithm;
import io.shopkeeper.ml.ranking.RankingModel;
import io.shopkeeper.ml.training.TrainingCancelledException;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.platform.boundary.DataSnapshot;
import io.shopkeeper.platform.boundary.TrainingRequest;
import io.shopkeeper.recommendation.model.RecommendationModel;
import io.shopkeeper.training.Trained;
import io.shopkeeper.training.TrainingTask;
import io.shopkeeper.training.snapshot.Snapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecommendationTrainerTest {

  private static final String SPLIT = "time:0.2";

  @TempDir private Path folder;
  private Snapshot snapshot;

  @BeforeEach
  void write() throws IOException {
    snapshot = PlantedShop.write(folder.resolve("snapshot"));
  }

  static Stream<String> personal() {
    return RankingAlgorithms.all().stream()
        .map(RankingAlgorithm::name)
        .filter(name -> !name.equals("popularity"));
  }

  @ParameterizedTest
  @MethodSource("personal")
  void everyAlgorithmFindsWhatWasPlanted(String algorithm) throws IOException {
    Trained trained = train(algorithm, Map.of(), TrainingListener.SILENT);
    double ndcg = trained.metrics().get(SPLIT).get("ndcg_at_10");
    assertThat(ndcg)
        .as("better than popularity")
        .isGreaterThan(trained.metrics().get(SPLIT + " popularity").get("ndcg_at_10"));
    assertThat(trained.standardErrors().get(SPLIT)).containsKey("ndcg_at_10");
    assertThat(trained.files().get("evaluation.csv"))
        .asString(StandardCharsets.UTF_8)
        .startsWith("case,ndcg_at_10");
    RecommendationModel model = RecommendationModel.read(trained.artefact());
    RankingModel ranking = model.ranking().orElseThrow();
    int even = model.indexOf("p-4");
    int also = model.indexOf("p-8");
    int[] best =
        ranking.recommend(History.of(even, also), 8, item -> item != even && item != also).items();
    assertThat(Arrays.stream(best).boxed().toList())
        .as("of the half that is liked by the same people")
        .filteredOn(item -> Integer.parseInt(model.productId(item).substring(2)) % 2 == 0)
        .hasSizeGreaterThanOrEqualTo(6);
    assertThat(model.boughtTogether().items()).isEqualTo(PlantedShop.ITEMS);
  }

  @Test
  void theSameSnapshotGivesTheSameBytes() throws IOException {
    Map<String, String> options = Map.of("factors", "8", "iterations", "3");
    assertThat(train("als", options, TrainingListener.SILENT).artefact())
        .isEqualTo(train("als", options, TrainingListener.SILENT).artefact());
  }

  @Test
  void popularityHasNoPersonalPart() throws IOException {
    Trained trained = train("popularity", Map.of("halfLifeDays", "10"), TrainingListener.SILENT);
    assertThat(RecommendationModel.read(trained.artefact()).ranking()).isEmpty();
  }

  @Test
  void optionsReachTheAlgorithm() throws IOException {
    byte[] weak = train("ease", Map.of("penalty", "1"), TrainingListener.SILENT).artefact();
    byte[] strong = train("ease", Map.of("penalty", "5000"), TrainingListener.SILENT).artefact();
    assertThat(weak).isNotEqualTo(strong);
    assertThatThrownBy(() -> train("ease", Map.of("penalty", "-1"), TrainingListener.SILENT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("penalty");
    assertThatThrownBy(() -> train("sesame", Map.of(), TrainingListener.SILENT))
        .hasMessage("there is no algorithm sesame");
  }

  @Test
  void tellsHowFarItIs() throws IOException {
    List<Double> progress = new ArrayList<>();
    List<String> curves = new ArrayList<>();
    train(
        "ease",
        Map.of(),
        new TrainingListener() {
          @Override
          public void progress(double fraction, String phase) {
            progress.add(fraction);
          }

          @Override
          public void measured(String curve, int step, double value) {
            curves.add(curve);
          }

          @Override
          public boolean cancelled() {
            return false;
          }
        });
    assertThat(progress).isSorted().allMatch(fraction -> fraction >= 0 && fraction <= 1);
    assertThat(curves).contains("ndcg_at_10", "ndcg_at_10 popularity");
  }

  @Test
  void stopsWhenItIsWanted() {
    var stopping =
        new TrainingListener() {
          private boolean begun;

          @Override
          public void progress(double fraction, String phase) {
            begun |= fraction > 0.02;
          }

          @Override
          public boolean cancelled() {
            return begun;
          }
        };
    assertThatThrownBy(() -> train("als", Map.of(), stopping))
        .isInstanceOf(TrainingCancelledException.class);
  }

  @Test
  void theOriginSurvivesTheSnapshot() {
    DataSnapshot data = PlantedShop.origin(snapshot);
    assertThat(data.rows())
        .containsEntry("events", (long) PlantedShop.EVENTS)
        .containsEntry("users", (long) PlantedShop.USERS)
        .containsEntry("items", (long) PlantedShop.ITEMS);
    assertThat(data.from()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    assertThat(data.contentHash()).hasSize(64);
    assertThat(data.imports()).containsExactly(3L, 7L);
  }

  @Test
  void aRequestIsCompletedAsTheShopUsuallyHasIt() {
    TrainingRequest whole = OfferedAlgorithms.complete(TrainingRequest.USUAL);
    assertThat(whole.algorithm()).isEqualTo(OfferedAlgorithms.names().getFirst());
    assertThat(whole.seed()).isEqualTo(42);
    assertThat(whole.executor()).isEqualTo("auto");
    assertThat(OfferedAlgorithms.complete(TrainingRequest.of("item-neighbours-cosine")).options())
        .containsEntry("values", "logarithm");
    assertThat(OfferedAlgorithms.complete(TrainingRequest.of("popularity")).options())
        .containsEntry("halfLifeDays", "30.0");
  }

  private Trained train(String algorithm, Map<String, String> options, TrainingListener listener)
      throws IOException {
    return new RecommendationTrainer()
        .train(new TrainingTask(algorithm, options, 42, Map.of()), snapshot, listener);
  }
}
