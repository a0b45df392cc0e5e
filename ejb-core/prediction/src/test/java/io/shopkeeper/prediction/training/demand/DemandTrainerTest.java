package io.shopkeeper.prediction.training.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.algorithm.OptionsForm;
import io.shopkeeper.ml.evaluation.GateVerdict;
import io.shopkeeper.ml.evaluation.QualityGate;
import io.shopkeeper.ml.family.DemandAlgorithms;
import io.shopkeeper.ml.forecast.DemandAlgorithm;
import io.shopkeeper.ml.forecast.DemandHistory;
import io.shopkeeper.ml.forecast.DemandLog;
import io.shopkeeper.ml.forecast.DemandMethod;
import io.shopkeeper.ml.forecast.DemandModel;
import io.shopkeeper.ml.forecast.DemandOptions;
import io.shopkeeper.ml.price.PriceSensitivity;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.ml.worked.DemandShop;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.PromotedModel;
import io.shopkeeper.platform.boundary.TrainingRequest;
import io.shopkeeper.prediction.boundary.PriceInsight;
import io.shopkeeper.prediction.boundary.ProductForecast;
import io.shopkeeper.prediction.model.ForecastModel;
import io.shopkeeper.prediction.serving.ForecastAnswer;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemandTrainerTest {

  private static final DemandLog LOG = DemandShop.of(60, 50, 3).log();

  @TempDir private Path folder;
  private int snapshots;

  private Snapshot snapshot(DemandLog log) throws IOException {
    return snapshot(log, Optional.empty());
  }

  private Snapshot snapshot(DemandLog log, Optional<Opponent> live) throws IOException {
    try (SnapshotWriter writer = SnapshotWriter.begin(folder.resolve("snapshot-" + snapshots++))) {
      assertThat(DemandTable.write(log, writer))
          .isEqualTo(log.products().stream().mapToLong(one -> one.history().weeks()).sum());
      if (live.isPresent()) {
        live.get().write(writer);
      }
      return writer.finish();
    }
  }

  private static Trained train(Snapshot snapshot, String algorithm) throws IOException {
    var request =
        new TrainingRequest(algorithm, null, Map.of("trees", "20"), null, null, null, null);
    return new DemandTrainer()
        .train(DemandTraining.OFFER.complete(request).task(), snapshot, TrainingListener.SILENT);
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    DemandLog read = DemandTable.read(snapshot(LOG));
    assertThat(read.end()).isEqualTo(LOG.end());
    for (int place = 0; place < LOG.products().size(); place++) {
      DemandLog.Product one = LOG.products().get(place);
      assertThat(read.products().get(place).id()).isEqualTo(one.id());
      assertThat(read.products().get(place).history().units()).isEqualTo(one.history().units());
      assertThat(read.products().get(place).history().category())
          .isEqualTo(one.history().category());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"chosen-demand", "boosted-demand", "fading-demand"})
  void isMeasuredOnTheLastHorizonBesideTheNaive(String algorithm) throws IOException {
    Trained trained = train(snapshot(LOG), algorithm);
    Map<String, Double> metrics = trained.metrics().get(DemandTraining.SPLIT);
    assertThat(metrics)
        .containsKeys("wape", "mase", "rmsse", "cover80")
        .containsEntry("items", 60.0);
    assertThat(metrics.get("wape"))
        .isLessThan(trained.metrics().get(DemandTraining.SPLIT + " naive").get("wape"));
    assertThat(trained.standardErrors().get(DemandTraining.SPLIT).get("wape")).isPositive();
    assertThat(trained.facts())
        .containsEntry("horizonWeeks", "4")
        .containsEntry("weeksKnown", "50");
    assertThat(new String(trained.files().get("weeks.csv"), StandardCharsets.UTF_8).lines())
        .hasSize(5);
    ForecastModel model = ForecastModel.read(trained.artefact());
    assertThat(model.algorithm()).isEqualTo(algorithm);
    assertThat(model.write()).isEqualTo(trained.artefact());
  }

  /** What is told of the last horizons is what somebody finds who has not seen them. */
  @Test
  void theHeldOutHorizonsAreNotLearntFrom() throws IOException {
    Snapshot snapshot = snapshot(LOG);
    Map<String, Double> told = train(snapshot, "chosen-demand").metrics().get(DemandTraining.SPLIT);
    DemandLog read = DemandTable.read(snapshot);
    assertThat(told).isEqualTo(asIf(read, read::asOf));
    assertThat(told)
        .as("who has seen them finds other figures")
        .isNotEqualTo(asIf(read, any -> read));
  }

  /** The figures of the last horizons of a log by models of another for each origin. */
  private static Map<String, Double> asIf(DemandLog measured, IntFunction<DemandLog> learnt) {
    var request =
        new TrainingRequest("chosen-demand", null, Map.of("trees", "20"), null, null, null, null);
    TrainingTask task = DemandTraining.OFFER.complete(request).task();
    DemandAlgorithm algorithm = DemandAlgorithms.find("chosen-demand").orElseThrow();
    DemandOptions options = OptionsForm.of(algorithm).parse(task.options());
    var rehearsal = DemandRehearsal.of(measured, DemandNeeds.of(task).orElseThrow(), task.seed());
    List<DemandModel> models =
        rehearsal.origins().stream()
            .map(
                origin ->
                    algorithm.train(
                        learnt.apply(origin), options, task.seed(), TrainingListener.SILENT))
            .toList();
    return DemandStudy.of(rehearsal, models).metrics();
  }

  private static GateVerdict verdict(Beside beside) {
    return new QualityGate(0.02).judge(beside.figures().get("wape").reversed());
  }

  @Test
  void foretellsTheLastHorizonsFromWhatWasBeforeEach() {
    var options = new DemandOptions(4, 8, 20, 0.1, 3, 20);
    var needs = new DemandNeeds("recent-mean-demand", options, false);
    var rehearsal = DemandRehearsal.of(LOG, needs, 42);
    assertThat(rehearsal.origins()).containsExactly(LOG.end() - 4, LOG.end() - 8, LOG.end() - 12);
    assertThat(DemandRehearsal.of(LOG.asOf(24), needs, 42).origins())
        .as("eight weeks to begin with and eight to rehearse")
        .containsExactly(20, 16);
    DemandStudy study =
        rehearsal.of(
            DemandAlgorithm.of(DemandMethod.RECENT_MEAN), options, 42, TrainingListener.SILENT);
    assertThat(study.all().weeks()).isEqualTo(3 * 4 * 60);
    assertThat(study.all().products()).isEqualTo(60);
  }

  @Test
  void aWorseCandidateIsRefusedAndABetterOnePasses() throws IOException {
    Trained good = train(snapshot(LOG), "recent-mean-demand");
    Trained poor = train(snapshot(LOG), "seasonal-naive-demand");
    Beside first = Beside.of(good.facts()).orElseThrow();
    assertThat(first.opponent()).isEqualTo(Beside.Opponent.SEASONAL_NAIVE);
    assertThat(verdict(first)).isEqualTo(GateVerdict.BETTER);
    Opponent live = live(good, "recent-mean-demand", Instant.parse("2100-01-01T00:00:00Z"));
    Trained candidate = train(snapshot(LOG, Optional.of(live)), "seasonal-naive-demand");
    Beside worse = Beside.of(candidate.facts()).orElseThrow();
    assertThat(worse.opponent()).isEqualTo(Beside.Opponent.LIVE_SETTINGS);
    assertThat(worse.split()).isEqualTo("rolling-origin");
    assertThat(worse.figures().get("wape").opponent())
        .isEqualTo(good.metrics().get(DemandTraining.SPLIT).get("wape"));
    assertThat(verdict(worse)).isEqualTo(GateVerdict.WORSE);
    Opponent weak = live(poor, "seasonal-naive-demand", Instant.parse("2100-01-01T00:00:00Z"));
    Trained better = train(snapshot(LOG, Optional.of(weak)), "recent-mean-demand");
    assertThat(verdict(Beside.of(better.facts()).orElseThrow())).isEqualTo(GateVerdict.BETTER);
  }

  @Test
  void aVersionThatHasNotSeenTheHorizonsStandsThereItself() throws IOException {
    Trained early = train(snapshot(LOG.asOf(LOG.end() - 12)), "recent-mean-demand");
    Opponent live = live(early, "recent-mean-demand", Instant.EPOCH);
    Beside beside =
        Beside.of(train(snapshot(LOG, Optional.of(live)), "seasonal-naive-demand").facts())
            .orElseThrow();
    assertThat(beside.opponent()).isEqualTo(Beside.Opponent.LIVE_MODEL);
    assertThat(verdict(beside)).isEqualTo(GateVerdict.WORSE);
  }

  private static Opponent live(Trained trained, String algorithm, Instant until) {
    return new Opponent(
        4, algorithm, trained.options(), 42, Optional.of(until), trained.artefact());
  }

  @Test
  void everyFamilyStandsBesideWhereThatIsWanted() throws IOException {
    var request =
        new TrainingRequest("recent-mean-demand", null, Map.of(), null, null, "rivals", null);
    Trained trained =
        new DemandTrainer()
            .train(
                DemandTraining.OFFER.complete(request).task(),
                snapshot(LOG),
                TrainingListener.SILENT);
    assertThat(trained.metrics())
        .hasSize(DemandAlgorithms.all().size())
        .containsKeys(
            "rolling-origin",
            "rolling-origin naive",
            "rolling-origin chosen-demand",
            "rolling-origin fading-demand");
    assertThat(trained.metrics().values())
        .allSatisfy(metrics -> assertThat(metrics).containsEntry("items", 60.0));
  }

  @Test
  void optionsAreLookedForInWhatEveryOriginLearnsFrom() throws IOException {
    var order = new TuningOrder("random", 2, 5, Map.of("trees", "5..20"));
    var request = new TrainingRequest("boosted-demand", null, Map.of(), null, null, null, order);
    Trained trained =
        new DemandTrainer()
            .train(
                DemandTraining.OFFER.complete(request).task(),
                snapshot(LOG),
                TrainingListener.SILENT);
    assertThat(trained.facts()).containsEntry("trials", "2");
    assertThat(trained.files()).containsKeys("trials.csv", "weeks.csv");
    assertThat(Integer.parseInt(trained.options().get("trees"))).isBetween(5, 20);
  }

  /** Sentences in both languages, numbers as the answer has them. */
  @Test
  void saysItInWords() throws IOException {
    ForecastModel model = ForecastModel.read(train(snapshot(LOG), "recent-mean-demand").artefact());
    var serving = new PromotedModel.Serving<>(7, model);
    DemandLog.Product one = LOG.products().getFirst();
    ProductForecast english =
        ForecastAnswer.of(serving, one.id(), Optional.of(one.history()), Locale.ENGLISH);
    assertThat(english.version()).isEqualTo(7);
    assertThat(english.knownWeeks()).isEqualTo(50);
    assertThat(english.past()).hasSize(26);
    assertThat(english.weeks()).hasSize(4);
    assertThat(english.weeks().getFirst().monday())
        .isEqualTo(english.past().getLast().monday().plusWeeks(1));
    assertThat(english.text()).hasSize(4);
    assertThat(english.text().get(0)).endsWith("in the next 4 weeks together.");
    assertThat(english.text().get(1)).endsWith("in 80 of 100 cases.");
    assertThat(english.text().get(2)).isEqualTo("Foretold as the mean of the last eight weeks.");
    assertThat(english.price().elasticity()).as("the made-up prices never move").isNull();
    assertThat(english.price().text())
        .containsExactly(
            "How demand answers to the price is not known: in 50 weeks its price never changed; at least 3 changes in 12 weeks are needed.");
    ProductForecast few =
        ForecastAnswer.of(
            serving, "new", Optional.of(one.history().before(5)), Locale.SIMPLIFIED_CHINESE);
    assertThat(few.text().getFirst()).startsWith("未来 4 周合计预计售出约");
    assertThat(few.text().getLast()).startsWith("仅知道 5 周");
    ProductForecast never = ForecastAnswer.of(serving, "never", Optional.empty(), Locale.ENGLISH);
    assertThat(never.weeks()).isEmpty();
    assertThat(never.text().getFirst()).contains("has not sold in a whole week");
  }

  /** Each price is cut by a fifth now and then, and then twice as much is sold: about −3.1. */
  @Test
  void answersToPricesAreLearntAndSaid() throws IOException {
    List<DemandLog.Product> products = new ArrayList<>();
    for (DemandLog.Product one : LOG.products()) {
      double[] units = one.history().units().clone();
      double[] prices = one.history().prices().clone();
      for (int week = 5; week < units.length; week += 7) {
        prices[week] *= 0.8;
        units[week] *= 2;
      }
      products.add(
          new DemandLog.Product(
              one.id(), new DemandHistory(one.history().category(), LOG.end(), units, prices)));
    }
    Trained trained = train(snapshot(new DemandLog(products, LOG.end())), "recent-mean-demand");
    ForecastModel model = ForecastModel.read(trained.artefact());
    assertThat(trained.facts()).containsEntry("priceSensitivities", "60");
    String id = products.getFirst().id();
    PriceSensitivity learnt = model.prices().orElseThrow().of(id).orElseThrow();
    PriceInsight told = told(model, products.getFirst(), Locale.ENGLISH).price();
    assertThat(told.elasticity()).isBetween(-3.7, -2.5).isBetween(told.low(), told.high());
    assertThat(told.elasticity()).isCloseTo(learnt.elasticity(), within(0.005));
    assertThat(told.answer()).isEqualTo("elastic");
    assertThat(told.text().get(0))
        .isEqualTo(
            "At a price a tenth lower the units change by +%.1f%% (in 95 of 100 cases +%.1f%% to +%.1f%%): an elasticity of %.2f."
                .formatted(
                    100 * (Math.pow(0.9, learnt.elasticity()) - 1),
                    100 * (Math.pow(0.9, learnt.high()) - 1),
                    100 * (Math.pow(0.9, learnt.low()) - 1),
                    learnt.elasticity()));
    assertThat(told.text().get(1)).isEqualTo("A lower price brings more money, a higher one less.");
    assertThat(told.text().get(2)).startsWith("Learnt from " + told.changes() + " changes of");
    assertThat(told(model, products.getFirst(), Locale.SIMPLIFIED_CHINESE).price().text())
        .hasSize(4)
        .first()
        .asString()
        .startsWith("价格降低一成时，销量变化 +");
    var old = new ForecastModel(model.algorithm(), model.model(), Optional.empty());
    assertThat(ForecastModel.read(old.write()).prices()).as("as before").isEmpty();
    assertThat(told(old, products.getFirst(), Locale.ENGLISH).price()).isNull();
  }

  private static ProductForecast told(
      ForecastModel model, DemandLog.Product product, Locale locale) {
    return ForecastAnswer.of(
        new PromotedModel.Serving<>(1, model),
        product.id(),
        Optional.of(product.history()),
        locale);
  }

  /** What the page says beforehand is what a training finds: enough is enough, less is not. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void asManyWeeksAreNeededAsAreSaid(boolean searched) throws IOException {
    var order = searched ? new TuningOrder("random", 1, 5, Map.of("trees", "5..20")) : null;
    var request = new TrainingRequest("boosted-demand", null, Map.of(), null, null, null, order);
    TrainingTask task = DemandTraining.OFFER.complete(request).task();
    DemandNeeds needs = DemandNeeds.of(task).orElseThrow();
    assertThat(needs.weeks()).isEqualTo(searched ? 24 : 20);
    assertThat(needs.obstacle(needs.weeks())).isEmpty();
    assertThat(needs.obstacle(needs.weeks() - 1).orElseThrow())
        .startsWith(
            searched
                ? "boosted-demand with a search for options needs 24 whole weeks of orders"
                : "boosted-demand needs 20 whole weeks of orders (8 are rehearsed, forecasts are of 4), but there are 19.");
    Snapshot enough = snapshot(LOG.asOf(needs.weeks()));
    assertThat(new DemandTrainer().train(task, enough, TrainingListener.SILENT).metrics())
        .isNotEmpty();
    Snapshot few = snapshot(LOG.asOf(needs.weeks() - 1));
    assertThatThrownBy(() -> new DemandTrainer().train(task, few, TrainingListener.SILENT))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void tooFewWeeksAreRefused() throws IOException {
    Snapshot snapshot = snapshot(LOG.asOf(19));
    assertThatThrownBy(() -> train(snapshot, "chosen-demand"))
        .hasMessageContaining("at least 16 weeks, but the longest is 15");
    assertThatThrownBy(() -> DemandTraining.OFFER.complete(TrainingRequest.of("ease")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("chosen-demand");
  }
}
