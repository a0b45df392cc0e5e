package io.shopkeeper.recommendation.experiment;

import io.shopkeeper.recommendation.boundary.experiment.ExperimentVerdict;
import io.shopkeeper.recommendation.boundary.experiment.Metric;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Verdicts in words for people. */
final class VerdictWords {

  private static final String BUNDLE = "io.shopkeeper.recommendation.experiment.verdicts";

  private VerdictWords() {}

  /**
   * The words.
   *
   * @param best the arm that the verdict names; null where it names none
   */
  static String of(ExperimentVerdict verdict, String best, Metric primary, Locale locale) {
    Locale language = "zh".equals(locale.getLanguage()) ? Locale.CHINESE : Locale.ROOT;
    ResourceBundle words =
        ResourceBundle.getBundle(
            BUNDLE,
            language,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    return new MessageFormat(words.getString("verdict." + verdict), language)
        .format(
            new Object[] {best == null ? "" : best, words.getString("metric." + primary.word())});
  }
}
