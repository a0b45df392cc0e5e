package io.shopkeeper.prediction.training.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopkeeper.ml.forecast.DemandLog;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.ml.worked.DemandShop;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.PromotedModel;
import io.shopkeeper.platform.boundary.TrainingRequest;
import io.shopkeeper.prediction.boundary.ProductForecast;
import io.shopkeeper.prediction.model.ForecastModel;
import io.shopkeeper.prediction.serving.ForecastAnswer;
import io.shopkeeper.training.Trained;
import io.shopkeeper.training.snapshot.Snapshot;
import io.shopkeeper.training.snapshot.SnapshotWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemandTrainerTest {

  private static final DemandLog LOG = DemandShop.of(60, 50, 3).log();

  @TempDir private Path folder;

  private Snapshot snapshot(DemandLog log) throws IOException {
    try (SnapshotWriter writer = SnapshotWriter.begin(folder.resolve("snapshot"))) {
      assertThat(DemandTable.write(log, writer))
          .isEqualTo(log.products().stream().mapToLong(one -> one.history().weeks()).sum());
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
    ProductForecast few =
        ForecastAnswer.of(
            serving, "new", Optional.of(one.history().before(5)), Locale.SIMPLIFIED_CHINESE);
    assertThat(few.text().getFirst()).startsWith("未来 4 周合计预计售出约");
    assertThat(few.text().getLast()).startsWith("仅知道 5 周");
    ProductForecast never = ForecastAnswer.of(serving, "never", Optional.empty(), Locale.ENGLISH);
    assertThat(never.weeks()).isEmpty();
    assertThat(never.text().getFirst()).contains("has not sold in a whole week");
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
