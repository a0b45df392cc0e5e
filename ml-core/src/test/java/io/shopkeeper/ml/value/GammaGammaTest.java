package io.shopkeeper.ml.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.ml.worked.RepeatShop;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * The formulas beside what is published of CDNOW: p = 6.25, q = 3.74, γ = 15.44 and the first ten
 * customers of the spreadsheet of note 025 of B. Hardie.
 */
class GammaGammaTest {

  private static final GammaGamma CDNOW = new GammaGamma(6.25, 3.74, 15.44);

  @Test
  void expectsOfTheFirstCustomersWhatTheNotesSpreadsheetDoes() {
    assertThat(CDNOW.mean()).isCloseTo(35.17, within(0.06));
    assertThat(CDNOW.expected(0, 0)).isEqualTo(CDNOW.mean());
    assertThat(CDNOW.expected(2, 22.35)).isCloseTo(24.65, within(0.02));
    assertThat(CDNOW.expected(1, 11.77)).isCloseTo(18.91, within(0.02));
    assertThat(CDNOW.expected(7, 73.74)).isCloseTo(71.46, within(0.02));
    assertThat(CDNOW.expected(2, 25.55)).isCloseTo(27.28, within(0.02));
  }

  /** The likelihood of a mean spend is a density: over all means it is 1. */
  @Test
  void theLikelihoodIsADensity() {
    for (int purchases : new int[] {1, 2, 9}) {
      double sum = 0;
      double step = 0.001;
      for (double log = -8; log < 12; log += step) {
        double mean = Math.exp(log);
        sum += Math.exp(CDNOW.logLikelihood(purchases, mean)) * mean * step;
      }
      assertThat(sum).isCloseTo(1, within(1e-3));
    }
  }

  @Test
  void theGradientIsThatOfTheLoss() {
    List<PurchaseSummary> seen = drawn(200);
    var fit = new GammaGammaFit(seen, 2);
    Gradients.areRight(fit::loss, new double[] {0.7, 0.4, -0.3});
  }

  @Test
  void findsThePlantedNumbers() {
    GammaGamma found = new GammaGammaFit(drawn(20_000), 0).fit(500, TrainingListener.SILENT);
    assertThat(found.p()).isCloseTo(6.25, within(0.4));
    assertThat(found.q()).isCloseTo(3.74, within(0.2));
    assertThat(found.gamma()).isCloseTo(15.44, within(1.5));
    assertThat(found.mean()).isCloseTo(CDNOW.mean(), within(0.7));
  }

  private static List<PurchaseSummary> drawn(int customers) {
    var random = new SplittableRandom(5);
    List<PurchaseSummary> seen = new ArrayList<>();
    for (int i = 0; i < customers; i++) {
      double scale = RepeatShop.gamma(CDNOW.q(), random) / CDNOW.gamma();
      int count = 1 + random.nextInt(20);
      double mean = RepeatShop.gamma(CDNOW.p() * count, random) / scale / count;
      seen.add(new PurchaseSummary(count - 1, 1, 2, mean));
    }
    return seen;
  }

  @Test
  void withoutAMeanItIsRefused() {
    assertThatThrownBy(() -> new GammaGamma(6, 1, 15)).hasMessageContaining("q above 1");
  }
}
