package io.shopkeeper.prediction.training.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopkeeper.ml.algorithm.OptionsForm;
import io.shopkeeper.ml.evaluation.GateVerdict;
import io.shopkeeper.ml.evaluation.PairedFigure;
import io.shopkeeper.ml.evaluation.QualityGate;
import io.shopkeeper.ml.family.CustomerValueAlgorithms;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.ml.value.BetaGeometric;
import io.shopkeeper.ml.value.BuyTillYouDie;
import io.shopkeeper.ml.value.CustomerValueAlgorithm;
import io.shopkeeper.ml.value.CustomerValueModel;
import io.shopkeeper.ml.value.GammaGamma;
import io.shopkeeper.ml.value.NaiveRate;
import io.shopkeeper.ml.value.PurchaseHistory;
import io.shopkeeper.ml.value.PurchaseLog;
import io.shopkeeper.ml.worked.RepeatShop;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.TrainingRequest;
import io.shopkeeper.prediction.model.ValueModel;
import io.shopkeeper.training.Beside;
import io.shopkeeper.training.Opponent;
import io.shopkeeper.training.Trained;
import io.shopkeeper.training.TrainingTask;
import io.shopkeeper.training.TuningOrder;
import io.shopkeeper.training.snapshot.Snapshot;
import io.shopkeeper.training.snapshot.SnapshotWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToLongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ValueTrainerTest {

  @TempDir private Path folder;
  private int snapshots;

  private static final String NAIVE = new NaiveRate().name();

  static Stream<String> algorithms() {
    return CustomerValueAlgorithms.all().stream().map(CustomerValueAlgorithm::name);
  }

  /** Each customer's first purchase is in pounds and does not count. */
  private Snapshot snapshot(int customers) throws IOException {
    return snapshot(customers, Optional.empty());
  }

  private Snapshot snapshot(int customers, Optional<Opponent> live) throws IOException {
    List<PurchaseHistory> histories =
        RepeatShop.of(
                new BetaGeometric(0.8, 5, 0.8, 3, true),
                new GammaGamma(5, 4, 30),
                customers,
                300,
                3)
            .customers();
    try (SnapshotWriter writer = SnapshotWriter.begin(folder.resolve("snapshot-" + snapshots++))) {
      var table = new ValueLog.Writer(writer);
      for (int i = 0; i < histories.size(); i++) {
        PurchaseHistory one = histories.get(i);
        table.add("c" + i, 0, 1, "GBP");
        for (int j = 0; j < one.purchases(); j++) {
          table.add("c" + i, 20_000 + one.days()[j], one.spends()[j], "EUR");
        }
      }
      if (live.isPresent()) {
        live.get().write(writer);
      }
      return writer.finish();
    }
  }

  private static Trained train(Snapshot snapshot, String algorithm, Map<String, String> options)
      throws IOException {
    var request = new TrainingRequest(algorithm, null, options, null, null, null, null);
    return new ValueTrainer()
        .train(ValueTraining.OFFER.complete(request).task(), snapshot, TrainingListener.SILENT);
  }

  @ParameterizedTest
  @MethodSource("algorithms")
  void everyAlgorithmIsMeasuredOnTheLastHorizon(String algorithm) throws IOException {
    Map<String, String> options =
        algorithm.equals("boosted-value")
            ? Map.of("horizonDays", "60", "trees", "60", "rate", "0.1", "models", "1")
            : Map.of("horizonDays", "60");
    Trained trained = train(snapshot(800), algorithm, options);
    Map<String, Double> metrics = trained.metrics().get(ValueTraining.SPLIT);
    assertThat(metrics).containsKeys("value_mae", "value_top_share", "purchases_spearman");
    assertThat(metrics.get("value_spearman")).isPositive();
    assertThat(metrics.get("value_mae"))
        .isLessThanOrEqualTo(trained.metrics().get(ValueTraining.SPLIT + " rate").get("value_mae"));
    assertThat(trained.standardErrors().get(ValueTraining.SPLIT).get("value_mae")).isPositive();
    assertThat(trained.facts()).containsEntry("currency", "EUR").containsEntry("horizonDays", "60");
    String tenths = new String(trained.files().get("tenths.csv"), StandardCharsets.UTF_8);
    assertThat(tenths.lines()).hasSize(11);
    ValueModel model = ValueModel.read(trained.artefact());
    assertThat(model.algorithm()).isEqualTo(algorithm);
    assertThat(model.currency()).isEqualTo("EUR");
    assertThat(model.model().horizonDays()).isEqualTo(60);
    assertThat(model.write()).isEqualTo(trained.artefact());
  }

  /** What is told of the last horizon is what somebody finds who has not seen it. */
  @Test
  void theHeldOutHorizonIsNotLearntFrom() throws IOException {
    Snapshot snapshot = snapshot(400);
    Map<String, Map<String, Double>> told =
        train(snapshot, "bg-nbd", Map.of("horizonDays", "60")).metrics();
    PurchaseLog log = ValueLog.read(snapshot).log();
    var algorithm = new BuyTillYouDie();
    assertThat(told.get(ValueTraining.SPLIT))
        .isEqualTo(asIf(algorithm, log.asOf(log.end() - 60), log))
        .as("who has seen it finds other figures")
        .isNotEqualTo(asIf(algorithm, log, log));
    assertThat(told.get(ValueTraining.SPLIT + " rate"))
        .isEqualTo(asIf(new NaiveRate(), log.asOf(log.end() - 60), log));
  }

  /** The figures of the last 60 days of a log by a model of another. */
  private static <O extends Record> Map<String, Double> asIf(
      CustomerValueAlgorithm<O> algorithm, PurchaseLog learnt, PurchaseLog measured) {
    var request =
        new TrainingRequest(
            algorithm.name(), null, Map.of("horizonDays", "60"), null, null, null, null);
    TrainingTask task = ValueTraining.OFFER.complete(request).task();
    CustomerValueModel model =
        algorithm.train(
            learnt,
            OptionsForm.of(algorithm).parse(task.options()),
            task.seed(),
            TrainingListener.SILENT);
    return ValueStudy.of(model, measured, task.seed()).metrics();
  }

  private static final Map<String, String> SIXTY = Map.of("horizonDays", "60");

  private static Opponent live(Trained trained, String algorithm, Instant until) {
    return new Opponent(
        4, algorithm, trained.options(), 42, Optional.of(until), trained.artefact());
  }

  private static GateVerdict verdict(Beside beside) {
    return new QualityGate(0.02).judge(beside.figures().get("value_mae").reversed());
  }

  @Test
  void withoutALiveVersionTheRateSoFarIsTheOpponent() throws IOException {
    Trained trained = train(snapshot(800), "bg-nbd", SIXTY);
    Beside beside = Beside.of(trained.facts()).orElseThrow();
    assertThat(beside.opponent()).isEqualTo(Beside.Opponent.RATE_SO_FAR);
    PairedFigure figure = beside.figures().get("value_mae");
    assertThat(figure.candidate())
        .isEqualTo(trained.metrics().get(ValueTraining.SPLIT).get("value_mae"));
    assertThat(figure.opponent())
        .isEqualTo(trained.metrics().get(ValueTraining.SPLIT + " rate").get("value_mae"));
    assertThat(figure.units()).isGreaterThan(300);
    assertThat(verdict(beside)).isEqualTo(GateVerdict.BETTER);
  }

  /** The live version has seen the last horizon: its settings stand there. */
  @Test
  void aWorseCandidateIsRefusedAndABetterOnePasses() throws IOException {
    Instant seen = Instant.parse("2030-01-01T00:00:00Z");
    Trained good = train(snapshot(800), "bg-nbd", Map.of("horizonDays", "30"));
    Snapshot afterGood = snapshot(800, Optional.of(live(good, "bg-nbd", seen)));
    Beside worse = Beside.of(train(afterGood, NAIVE, SIXTY).facts()).orElseThrow();
    assertThat(worse.opponent()).isEqualTo(Beside.Opponent.LIVE_SETTINGS);
    assertThat(worse.version()).isEqualTo(4);
    assertThat(verdict(worse)).isEqualTo(GateVerdict.WORSE);
    assertThat(worse.figures().get("value_mae").opponent())
        .as("asked about the candidate's sixty days")
        .isEqualTo(
            train(snapshot(800), "bg-nbd", SIXTY)
                .metrics()
                .get(ValueTraining.SPLIT)
                .get("value_mae"));

    Trained poor = train(snapshot(800), NAIVE, SIXTY);
    Snapshot afterPoor = snapshot(800, Optional.of(live(poor, NAIVE, seen)));
    assertThat(verdict(Beside.of(train(afterPoor, "bg-nbd", SIXTY).facts()).orElseThrow()))
        .isEqualTo(GateVerdict.BETTER);
    assertThat(
            Beside.of(train(afterPoor, NAIVE, SIXTY).facts())
                .orElseThrow()
                .figures()
                .get("value_mae")
                .difference())
        .as("the same settings")
        .isZero();
  }

  @Test
  void aVersionThatHasNotSeenTheHorizonStandsThereItself() throws IOException {
    Trained good = train(snapshot(800), "bg-nbd", SIXTY);
    Opponent early = live(good, "bg-nbd", Instant.EPOCH);
    Beside beside =
        Beside.of(train(snapshot(800, Optional.of(early)), NAIVE, SIXTY).facts()).orElseThrow();
    assertThat(beside.opponent()).isEqualTo(Beside.Opponent.LIVE_MODEL);
    var unknown =
        new Opponent(4, "sesame", Map.of(), 1, Optional.of(Instant.EPOCH), new byte[] {1});
    assertThat(Beside.of(train(snapshot(800, Optional.of(unknown)), NAIVE, SIXTY).facts()))
        .isEmpty();
  }

  @Test
  void everyFamilyStandsBesideWhereThatIsWanted() throws IOException {
    var request = new TrainingRequest("bg-nbd", null, SIXTY, null, null, "rivals", null);
    Trained trained =
        new ValueTrainer()
            .train(
                ValueTraining.OFFER.complete(request).task(),
                snapshot(300),
                TrainingListener.SILENT);
    assertThat(trained.metrics())
        .containsOnlyKeys("last-horizon", "last-horizon rate", "last-horizon boosted-value");
    assertThat(trained.metrics().values())
        .as("the same customers")
        .extracting(metrics -> metrics.get("customers"))
        .containsOnly(trained.metrics().get("last-horizon").get("customers"));
    assertThat(trained.standardErrors().get("last-horizon boosted-value").get("value_mae"))
        .isPositive();
  }

  @Test
  void aFamilyThatNeedsMoreCustomersIsLeftOutAndSaid() throws IOException {
    List<String> said = new ArrayList<>();
    var listener =
        new TrainingListener() {
          @Override
          public void progress(double fraction, String phase) {
            // Only what is said counts.
          }

          @Override
          public void log(String line) {
            said.add(line);
          }

          @Override
          public boolean cancelled() {
            return false;
          }
        };
    var request = new TrainingRequest("bg-nbd", null, SIXTY, null, null, "rivals", null);
    Trained trained =
        new ValueTrainer()
            .train(ValueTraining.OFFER.complete(request).task(), snapshot(40), listener);
    assertThat(trained.metrics()).containsOnlyKeys("last-horizon", "last-horizon rate");
    assertThat(said).anyMatch(line -> line.startsWith("not measured beside: boosted-value needs"));
  }

  /** Chosen by the horizon before the last, which the figures are of. */
  @Test
  void optionsAreLookedForInWhatTheEvaluationLearnsFrom() throws IOException {
    var order = new TuningOrder("random", 3, 5, Map.of("trees", "20..60"));
    var request =
        new TrainingRequest(
            "boosted-value",
            null,
            Map.of("horizonDays", "60", "models", "1"),
            null,
            null,
            null,
            order);
    Trained trained =
        new ValueTrainer()
            .train(
                ValueTraining.OFFER.complete(request).task(),
                snapshot(400),
                TrainingListener.SILENT);
    assertThat(trained.facts()).containsEntry("trials", "3");
    assertThat(trained.curves().get("score trial")).hasSize(3);
    assertThat(trained.files()).containsKeys("trials.csv", "tenths.csv");
    assertThat(Integer.parseInt(trained.options().get("trees"))).isBetween(20, 60);
    assertThat(trained.options()).containsEntry("horizonDays", "60");
    double best = trained.curves().get("score trial").stream().min(Double::compare).orElseThrow();
    assertThat(trained.metrics().get("last-horizon").get("value_mae")).isNotEqualTo(best);
  }

  /**
   * What the page says beforehand, of customers who bought so many days before the newest order.
   */
  @Test
  void saysHowManyCustomersAreMissing() {
    assertThat(obstacle("bg-nbd", null, days -> 10)).isEmpty();
    assertThat(obstacle("bg-nbd", null, days -> days <= 90 ? 9 : 0))
        .hasValueSatisfying(
            said ->
                assertThat(said)
                    .startsWith(
                        "bg-nbd for 90 days needs 10 or more customers who bought 90 days or more before the newest order, but there are 9."));
    assertThat(obstacle("bg-nbd", null, days -> days < 180 ? 400 : 0).orElseThrow())
        .contains("1 or more customers who bought 180 days or more");
    assertThat(obstacle("boosted-value", null, days -> days < 180 ? 400 : 49).orElseThrow())
        .contains("50 or more customers who bought 180 days or more", "there are 49");
    assertThat(obstacle("boosted-value", null, days -> 50)).isEmpty();
    assertThat(
            obstacle("boosted-value", TuningOrder.usual(), days -> days < 270 ? 400 : 1)
                .orElseThrow())
        .startsWith("boosted-value for 90 days with a search for options needs 50 or more")
        .contains("270 days or more", "Train without a search");
  }

  private static Optional<String> obstacle(
      String algorithm, TuningOrder order, IntToLongFunction customers) {
    var request = new TrainingRequest(algorithm, null, Map.of(), null, null, null, order);
    return ValueNeeds.of(ValueTraining.OFFER.complete(request).task())
        .orElseThrow()
        .obstacle(customers);
  }

  @Test
  void aHorizonThatCannotBeMeasuredIsRefused() throws IOException {
    Snapshot snapshot = snapshot(100);
    assertThatThrownBy(() -> train(snapshot, "bg-nbd", Map.of("horizonDays", "200")))
        .hasMessageContaining("orders of at least 400 days are needed")
        .hasMessageContaining("Choose a shorter horizon");
  }

  @Test
  void onlyWhatIsOfferedIsTrained() {
    assertThatThrownBy(() -> ValueTraining.OFFER.complete(TrainingRequest.of("ease")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("bg-nbd");
    assertThatThrownBy(
            () ->
                ValueTraining.OFFER.complete(
                    new TrainingRequest(null, null, null, null, null, "kfold:5", null)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("last-horizon");
  }
}
