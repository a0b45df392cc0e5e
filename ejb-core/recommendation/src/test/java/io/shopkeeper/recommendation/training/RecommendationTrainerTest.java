package io.shopkeeper.recommendation.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopkeeper.ml.family.RankingAlgorithms;
import io.shopkeeper.ml.ranking.History;
import io.shopkeeper.ml.ranking.RankingAlgorithm;
import io.shopkeeper.ml.ranking.RankingModel;
import io.shopkeeper.ml.training.TrainingCancelledException;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.ml.training.TriedOptions;
import io.shopkeeper.platform.boundary.DataSnapshot;
import io.shopkeeper.platform.boundary.TrainingRequest;
import io.shopkeeper.recommendation.features.Interactions;
import io.shopkeeper.recommendation.model.RecommendationModel;
import io.shopkeeper.training.Trained;
import io.shopkeeper.training.TrainingTask;
import io.shopkeeper.training.TuningOrder;
import io.shopkeeper.training.snapshot.Snapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecommendationTrainerTest {

  private static final String SPLIT = "time:0.2";

  /** Of those that go over the data many times: as often as so small a shop needs. */
  private static final Map<String, Map<String, String>> SHORTER =
      Map.of(
          "self-attention", Map.of("length", "10", "width", "16", "epochs", "15", "blocks", "1"),
          "weighted-hybrid", Map.of("algorithms", "ease/near,session-knn,popularity/trending"),
          "learned-hybrid", Map.of("algorithms", "ease/near,session-knn,popularity/trending"),
          "light-gcn", Map.of("steps", "100"),
          "bpr", Map.of("epochs", "20"),
          "als", Map.of("factors", "16", "iterations", "5"));

  @TempDir private static Path folder;
  private static Snapshot snapshot;

  /** Trainings only read it. */
  @BeforeAll
  static void write() throws IOException {
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
    Trained trained =
        train(algorithm, SHORTER.getOrDefault(algorithm, Map.of()), TrainingListener.SILENT);
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
        // Session neighbours know one visit at a time, so that few people stand behind each place.
        .hasSizeGreaterThanOrEqualTo(algorithm.equals("session-knn") ? 5 : 6);
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
    TrainingRequest whole = RecommendationTraining.OFFER.complete(TrainingRequest.USUAL);
    assertThat(whole.algorithm()).isEqualTo(RecommendationTraining.OFFER.names().getFirst());
    assertThat(whole.seed()).isEqualTo(42);
    assertThat(whole.executor()).isEqualTo("auto");
    assertThat(
            RecommendationTraining.OFFER
                .complete(TrainingRequest.of("item-neighbours-cosine"))
                .options())
        .containsEntry("values", "logarithm");
    assertThat(RecommendationTraining.OFFER.complete(TrainingRequest.of("popularity")).options())
        .containsEntry("halfLifeDays", "30.0");
  }

  @Test
  void optionsAreLookedForWhereThatIsWanted() throws IOException {
    List<TriedOptions> heard = new ArrayList<>();
    var listener =
        new TrainingListener() {
          @Override
          public void progress(double fraction, String phase) {}

          @Override
          public void tried(TriedOptions trial) {
            heard.add(trial);
          }

          @Override
          public boolean cancelled() {
            return false;
          }
        };
    var order = new TuningOrder("random", 6, 1, Map.of("penalty", "1..2000"));
    Trained trained = train("ease", Map.of("penalty", "2000"), order.parameters(), listener);
    assertThat(heard)
        .hasSize(6)
        .allSatisfy(trial -> assertThat(trial.options()).containsOnlyKeys("penalty"));
    assertThat(heard.getFirst().options()).containsEntry("penalty", "2000.0");
    TriedOptions best =
        heard.stream().max(Comparator.comparingDouble(TriedOptions::score)).orElseThrow();
    assertThat(trained.options()).containsAllEntriesOf(best.options()).containsKey("recency");
    assertThat(trained.facts()).containsEntry("search", "random").containsEntry("trials", "6");
    assertThat(trained.curves().get("score trial")).hasSize(6);
    assertThat(trained.files().get("trials.csv"))
        .asString(StandardCharsets.UTF_8)
        .startsWith("trial,share,score,seconds,problem,penalty\n1,1.0,")
        .hasLineCount(7);
    assertThat(trained.artefact())
        .as("trained with what was found")
        .isEqualTo(train("ease", trained.options(), TrainingListener.SILENT).artefact());
  }

  @Test
  void aSearchSeesNothingOfWhatItIsMeasuredOn() throws IOException {
    Interactions all = Interactions.read(snapshot);
    int cut = (int) (all.size() * 0.8);
    Interactions learnt = all.select(IntStream.range(0, cut).toArray());
    var order = new TuningOrder("random", 3, 1, Map.of());
    Lesson<?> lesson = Lesson.of("ease", Map.of(), 42);
    List<TriedOptions> expected =
        lesson.choose(order, learnt, TrainingListener.SILENT).found().orElseThrow().trials();
    String table =
        new String(
            train("ease", Map.of(), order.parameters(), TrainingListener.SILENT)
                .files()
                .get("trials.csv"),
            StandardCharsets.UTF_8);
    assertThat(expected)
        .hasSize(3)
        .allSatisfy(trial -> assertThat(table).contains(Double.toString(trial.score())));
  }

  @Test
  void crossValidationMeasuresEachInteractionOnce() throws IOException {
    Trained trained =
        train("ease", Map.of(), Map.of("evaluation", "kfold:4"), TrainingListener.SILENT);
    Map<String, Double> metrics = trained.metrics().get("kfold:4@42");
    assertThat(metrics.get("ndcg_at_10"))
        .isGreaterThan(trained.metrics().get("kfold:4@42 popularity").get("ndcg_at_10"));
    assertThat(trained.standardErrors().get("kfold:4@42").get("ndcg_at_10")).isPositive();
    assertThat(trained.files().get("evaluation.csv"))
        .asString(StandardCharsets.UTF_8)
        .startsWith("fold,case,ndcg_at_10")
        .contains("\n4,")
        .hasLineCount((int) (metrics.get("users") + 1));
    assertThatThrownBy(
            () -> train("ease", Map.of(), Map.of("evaluation", "rule:20"), TrainingListener.SILENT))
        .hasMessageStartingWith("evaluation must be time:0.05 to time:0.5 or kfold:2 to kfold:10");
  }

  @Test
  void aSearchIsMeasuredByTimeOnly() {
    var request =
        new TrainingRequest("ease", null, Map.of(), null, null, "kfold:5", TuningOrder.usual());
    assertThatThrownBy(() -> RecommendationTraining.OFFER.complete(request))
        .hasMessageStartingWith("/evaluation: must be by time where options are looked for");
  }

  private Trained train(String algorithm, Map<String, String> options, TrainingListener listener)
      throws IOException {
    return train(algorithm, options, Map.of(), listener);
  }

  private Trained train(
      String algorithm,
      Map<String, String> options,
      Map<String, String> parameters,
      TrainingListener listener)
      throws IOException {
    return new RecommendationTrainer()
        .train(new TrainingTask(algorithm, options, 42, parameters), snapshot, listener);
  }
}
