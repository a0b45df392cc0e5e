package io.shopkeeper.recommendation.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.evaluation.GateVerdict;
import io.shopkeeper.ml.evaluation.PairedFigure;
import io.shopkeeper.ml.evaluation.QualityGate;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.recommendation.features.Interactions;
import io.shopkeeper.training.Beside;
import io.shopkeeper.training.Opponent;
import io.shopkeeper.training.Trained;
import io.shopkeeper.training.TrainingTask;
import io.shopkeeper.training.snapshot.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Beside which other model a candidate is measured. */
class RecommendationContestTest {

  private static final Map<String, String> CRIPPLED =
      Map.of("neighbours", "1", "similarity", "jaccard");

  @TempDir private Path folder;
  private int snapshots;

  private Snapshot snapshot(Optional<Opponent> live) throws IOException {
    return PlantedShop.write(folder.resolve("snapshot-" + snapshots++), live);
  }

  private static Trained train(Snapshot snapshot, String algorithm, Map<String, String> options)
      throws IOException {
    return new RecommendationTrainer()
        .train(
            new TrainingTask(algorithm, options, 42, Map.of()), snapshot, TrainingListener.SILENT);
  }

  private static Opponent live(Trained trained, String algorithm, Instant until) {
    return new Opponent(
        7, algorithm, trained.options(), 42, Optional.of(until), trained.artefact());
  }

  /** What the gate says of the usual metric. */
  private static GateVerdict verdict(Beside beside) {
    return new QualityGate(0.02).judge(beside.figures().get("ndcg_at_10"));
  }

  @Test
  void withoutALiveVersionPopularityIsTheOpponent() throws IOException {
    Trained trained = train(snapshot(Optional.empty()), "ease", Map.of());
    Beside beside = Beside.of(trained.facts()).orElseThrow();
    assertThat(beside.opponent()).isEqualTo(Beside.Opponent.POPULARITY);
    assertThat(beside.version()).isZero();
    PairedFigure figure = beside.figures().get("ndcg_at_10");
    assertThat(figure.candidate())
        .isCloseTo(trained.metrics().get("time:0.2").get("ndcg_at_10"), within(1e-9));
    assertThat(figure.opponent())
        .isCloseTo(trained.metrics().get("time:0.2 popularity").get("ndcg_at_10"), within(1e-9));
    assertThat(figure.interval().contains(figure.difference())).isTrue();
    assertThat(verdict(beside)).isEqualTo(GateVerdict.BETTER);
  }

  @Test
  void aVersionThatHasSeenWhatIsHeldOutStandsThereByItsSettings() throws IOException {
    Snapshot all = snapshot(Optional.empty());
    Opponent live = live(train(all, "ease", Map.of()), "ease", PlantedShop.origin(all).to());
    Snapshot later = snapshot(Optional.of(live));
    Beside same = Beside.of(train(later, "ease", Map.of()).facts()).orElseThrow();
    assertThat(same.opponent()).isEqualTo(Beside.Opponent.LIVE_SETTINGS);
    assertThat(same.version()).isEqualTo(7);
    assertThat(same.figures().get("ndcg_at_10").difference()).as("the same settings").isZero();
    assertThat(verdict(same)).isEqualTo(GateVerdict.AS_GOOD);
    Beside worse = Beside.of(train(later, "item-neighbours-seed", CRIPPLED).facts()).orElseThrow();
    assertThat(verdict(worse).refuses()).isTrue();
  }

  @Test
  void aVersionThatHasNotSeenItStandsThereItself() throws IOException {
    Snapshot all = snapshot(Optional.empty());
    Interactions interactions = Interactions.read(all);
    int[] early = IntStream.range(0, interactions.size() / 2).toArray();
    byte[] artefact =
        Lesson.of("ease", Map.of(), 42)
            .train(interactions.select(early), TrainingListener.SILENT)
            .write();
    Instant until = Instant.ofEpochMilli(interactions.log().time()[interactions.size() / 2 - 1]);
    var live = new Opponent(3, "ease", Map.of(), 42, Optional.of(until), artefact);
    Beside beside =
        Beside.of(train(snapshot(Optional.of(live)), "ease", Map.of()).facts()).orElseThrow();
    assertThat(beside.opponent()).isEqualTo(Beside.Opponent.LIVE_MODEL);
    PairedFigure figure = beside.figures().get("ndcg_at_10");
    assertThat(figure.difference()).as("it has seen less").isNotZero();
    assertThat(figure.opponent()).as("but knows the halves").isGreaterThan(0.1);
  }

  @Test
  void whatCannotBeReadOrTrainedIsNoOpponent() throws IOException {
    var live =
        new Opponent(3, "sesame", Map.of(), 42, Optional.of(Instant.EPOCH), new byte[] {1, 2, 3});
    assertThat(Beside.of(train(snapshot(Optional.of(live)), "ease", Map.of()).facts())).isEmpty();
  }

  @Test
  void theOpponentSurvivesTheSnapshot() throws IOException {
    var live =
        new Opponent(
            3,
            "ease",
            Map.of("penalty", "5"),
            11,
            Optional.of(Instant.parse("2026-01-02T03:04:05.678Z")),
            new byte[] {1, 2, 3, 4, 5});
    Opponent read = Opponent.read(snapshot(Optional.of(live))).orElseThrow();
    assertThat(read).usingRecursiveComparison().isEqualTo(live);
    assertThat(Opponent.read(snapshot(Optional.empty()))).isEmpty();
  }
}
