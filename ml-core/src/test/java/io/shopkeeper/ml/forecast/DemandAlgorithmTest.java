package io.shopkeeper.ml.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopkeeper.ml.algorithm.AlgorithmContract;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.ml.worked.DemandShop;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemandAlgorithmTest extends AlgorithmContract<DemandLog, DemandOptions, DemandModel> {

  private static final DemandLog WHOLE = DemandShop.of(150, 70, 5).log();
  private static final DemandLog KNOWN = WHOLE.asOf(66);

  @Override
  protected DemandAlgorithm algorithm() {
    return DemandAlgorithm.chosen();
  }

  @Override
  protected DemandOptions options() {
    return new DemandOptions(4, 8, 20, 0.1, 4, 40);
  }

  @Override
  protected List<DemandLog> planted() {
    return List.of(KNOWN);
  }

  @Override
  protected void saysTheSame(DemandModel stored, DemandModel read, DemandLog data) {
    assertThat(read.chosen()).isEqualTo(stored.chosen());
    List<DemandForecast> before = stored.forecast(data.products());
    List<DemandForecast> after = read.forecast(data.products());
    for (int one = 0; one < before.size(); one++) {
      assertThat(after.get(one).expected()).isEqualTo(before.get(one).expected());
      assertThat(after.get(one).bands().getLast().high())
          .isEqualTo(before.get(one).bands().getLast().high());
    }
  }

  /** Weeks from the end of a history on are not seen, whether they are known or not. */
  @Test
  void theFutureDoesNotExist() {
    DemandModel model = train(KNOWN);
    assertThat(WHOLE.asOf(66)).isEqualTo(KNOWN);
    for (int place = 0; place < KNOWN.products().size(); place += 10) {
      DemandHistory whole = WHOLE.products().get(place).history();
      assertThat(model.forecast("product " + place, whole.before(66)).expected())
          .isEqualTo(
              model.forecast("product " + place, KNOWN.products().get(place).history()).expected());
    }
  }

  /** Trees learn what followed from what was known by then: no week is both. */
  @Test
  void noExampleKnowsWhatFollowed() {
    DemandLog log = WHOLE.asOf(20);
    List<BoostedDemand.Example> examples = BoostedDemand.examples(log, 3, TrainingListener.SILENT);
    // From cuts 4 to 19, the last two of which have fewer weeks after them.
    assertThat(examples).hasSize(150 * (14 * 3 + 2 + 1));
    for (BoostedDemand.Example example : examples) {
      DemandHistory past = example.question().history();
      int week = past.end() + example.question().ahead() - 1;
      assertThat(past.in(week)).isEmpty();
      assertThat(past.end()).isLessThan(log.end());
      assertThat(log.products())
          .anyMatch(
              one ->
                  one.history().before(past.end()).equals(past)
                      && example.share()
                          == (float)
                              Math.min(
                                  8,
                                  one.history().in(week).orElseThrow()
                                      / DemandFeatures.scale(past)));
    }
  }

  @Test
  void bandsCoverWhatTheyStateAndLieWithinOneAnother() {
    DemandLog log = DemandShop.of(400, 76, 8).log();
    DemandLog known = log.asOf(72);
    DemandModel model = train(known);
    var figures = new DemandFigures(log.products().size());
    List<DemandForecast> forecasts = model.forecast(known.products());
    for (int place = 0; place < forecasts.size(); place++) {
      DemandHistory past = known.products().get(place).history();
      for (int ahead = 0; ahead < 4 && DemandFigures.measurable(past); ahead++) {
        DemandForecast.Band narrow = forecasts.get(place).bands().getFirst();
        DemandForecast.Band wide = forecasts.get(place).bands().getLast();
        assertThat(wide.low()[ahead]).isNotNegative().isLessThanOrEqualTo(narrow.low()[ahead]);
        assertThat(wide.high()[ahead]).isFinite().isGreaterThanOrEqualTo(narrow.high()[ahead]);
        double came = log.products().get(place).history().units()[72 + ahead];
        figures.add(place, past, forecasts.get(place), ahead, came);
      }
    }
    double[] all = figures.all();
    assertThat(all[DemandFigures.NAMES.indexOf("cover80")]).isBetween(0.77, 0.84);
    assertThat(all[DemandFigures.NAMES.indexOf("cover95")]).isBetween(0.93, 0.97);
    assertThat(all[DemandFigures.NAMES.indexOf("bias")]).isBetween(0.9, 1.1);
  }

  /** What sells regularly is foretold better than by the week before. */
  @Test
  void isBetterThanTheWeekBefore() {
    DemandModel chosen = train(KNOWN);
    DemandModel naive =
        DemandAlgorithm.of(DemandMethod.SEASONAL_NAIVE)
            .train(KNOWN, options(), 7, TrainingListener.SILENT);
    assertThat(wape(chosen)).isLessThan(0.9 * wape(naive));
    assertThat(chosen.counts().values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(KNOWN.products().size());
  }

  private static double wape(DemandModel model) {
    var figures = new DemandFigures(KNOWN.products().size());
    List<DemandForecast> forecasts = model.forecast(KNOWN.products());
    for (int place = 0; place < forecasts.size(); place++) {
      DemandHistory past = KNOWN.products().get(place).history();
      double[] whole = WHOLE.products().get(place).history().units();
      for (int ahead = 0; ahead < 4 && DemandFigures.measurable(past); ahead++) {
        figures.add(place, past, forecasts.get(place), ahead, whole[66 + ahead]);
      }
    }
    return figures.all()[0];
  }

  @Test
  void saysHowManyWeeksAreMissing() {
    assertThatThrownBy(() -> train(WHOLE.asOf(12)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 16 weeks, but the longest is 12");
  }

  /** A product that nobody has rehearsed goes with those that sell as regularly. */
  @Test
  void aNewProductIsForetold() {
    DemandModel model = train(KNOWN);
    var two = new DemandHistory("category 1", 66, new double[] {5, 7}, new double[] {1, 1});
    DemandForecast forecast = model.forecast("new", two);
    assertThat(forecast.expected()[0]).isBetween(2.0, 12.0);
    assertThat(forecast.regularity()).isEqualTo(DemandClass.REGULAR);
    assertThat(forecast.method()).isEqualTo(model.usual(DemandClass.REGULAR));
    assertThatThrownBy(() -> model.forecast("none", two.before(60)))
        .hasMessageContaining("no week is known");
  }
}
