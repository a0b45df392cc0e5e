package io.shopkeeper.prediction.serving;

import io.shopkeeper.ml.value.CustomerActivity;
import io.shopkeeper.ml.value.PurchaseHistory;
import io.shopkeeper.ml.value.ValueForecast;
import io.shopkeeper.prediction.boundary.ShopGoal;
import io.shopkeeper.prediction.model.ValueModel;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** What of a history made a forecast so, in the reader's language. */
final class ValueWords {

  /** Days; nobody knows more of what is farther away. */
  private static final double FAR = 730;

  /** A smaller share is rounded away. */
  private static final double WORTH_SAYING = 0.001;

  private final PurchaseHistory history;
  private final int day;
  private final ValueModel model;
  private final Locale locale;
  private final ResourceBundle words;

  /**
   * @param history before the day; not empty
   * @param locale English or Chinese
   */
  ValueWords(PurchaseHistory history, int day, ValueModel model, Locale locale) {
    this.history = history;
    this.day = day;
    this.model = model;
    boolean chinese = "zh".equals(locale.getLanguage());
    this.locale = chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    this.words =
        ResourceBundle.getBundle(
            "io.shopkeeper.prediction.serving.value",
            chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ROOT,
            ValueWords.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** How often in how long a time. */
  String frequency() {
    return say("frequency", history.purchases(), day - history.days()[0]);
  }

  /** How long ago, beside the usual gap. */
  String recency() {
    int last = history.days()[history.purchases() - 1];
    int silence = day - 1 - last;
    if (history.purchases() < 2) {
      return say("recency.once", silence);
    }
    double gap = (double) (last - history.days()[0]) / (history.purchases() - 1);
    return say("recency", silence, Math.round(gap));
  }

  /** How much, beside what others spend. */
  String spend() {
    return say("spend", history.spent() / history.purchases(), model.meanSpend(), model.currency());
  }

  /** Whether the customer is still one, when the next purchase comes, what the horizon brings. */
  List<String> sentences(ValueForecast forecast) {
    List<String> text = new ArrayList<>();
    forecast
        .activity()
        .ifPresentOrElse(
            activity -> {
              text.add(say("alive", activity.alive(), 1 - activity.alive()));
              text.add(why(activity));
              text.add(next(activity));
            },
            () ->
                text.add(
                    say(
                        "alive.unsaid",
                        model.algorithm(),
                        1 - forecast.buys(),
                        model.model().horizonDays())));
    text.add(
        say(
            "horizon",
            forecast.purchases(),
            model.model().horizonDays(),
            forecast.value(),
            model.currency(),
            forecast.buys()));
    return text;
  }

  /** How often, how long ago, and what the silence alone does. */
  private String why(CustomerActivity activity) {
    double taken = activity.aliveIfBoughtToday() - activity.alive();
    String facts = say("alive.why", frequency(), recency());
    return taken < WORTH_SAYING
        ? facts
        : say("alive.silence", facts, activity.aliveIfBoughtToday(), 100 * taken);
  }

  private String next(CustomerActivity activity) {
    if (activity.middleDays() > FAR) {
      return say("next.far", history.purchases());
    }
    return say(
        activity.lateDays() > FAR ? "next.open" : "next",
        Math.ceil(activity.middleDays()),
        Math.floor(activity.earlyDays()),
        Math.ceil(activity.lateDays()),
        activity.gapDays());
  }

  /** What customer value says of another model's question. */
  String beside(ShopGoal goal, int days, Double answer, ValueForecast forecast) {
    if (answer == null) {
      return say("beside.other", model.algorithm(), model.model().horizonDays(), forecast.buys());
    }
    String key = goal == ShopGoal.LEAVES ? "beside.leaves" : "beside.buys";
    String first = say(key, model.algorithm(), days, answer);
    return forecast
        .activity()
        .filter(activity -> goal == ShopGoal.LEAVES)
        .map(activity -> say("beside.lost", first, 1 - activity.alive()))
        .orElse(first);
  }

  private String say(String key, Object... values) {
    return new MessageFormat(words.getString(key), locale).format(values).strip();
  }
}
