package io.shopkeeper.console.shop;

import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.Reader;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.console.ledger.Cells;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.prediction.boundary.CustomerForecast;
import io.shopkeeper.prediction.boundary.CustomerInsight;
import io.shopkeeper.prediction.boundary.CustomerInsights;
import io.shopkeeper.prediction.boundary.ValueInsight;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.MathContext;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;

/** What a customer is expected to buy, and why. */
@Named("customerOutlook")
@RequestScoped
public class CustomerOutlook {

  private static final MathContext FOUR_DIGITS = new MathContext(4);

  /** Days. */
  private static final double FAR = 730;

  @Inject private CustomerInsights insights;
  @Inject private Asked asked;
  @Inject private Reader reader;
  @Inject private Cells cells;
  @Inject private Words words;

  private State state;
  private ValueInsight value;
  private List<CustomerForecast> forecasts = List.of();
  private List<String> prices = List.of();

  /** What there is to say. */
  public enum State {
    /** The customer has a value. */
    KNOWN,
    /** The customer never bought. */
    UNKNOWN,
    /** The customer does not allow it. */
    REFUSED,
    /** No version of the model is live. */
    UNTRAINED
  }

  /** Asked for once for each request. */
  public State getState() {
    if (state == null) {
      state = ask();
    }
    return state;
  }

  private State ask() {
    try {
      CustomerInsight insight = insights.of(asked.text("id").orElse(""), reader.getLocale());
      value = insight.value();
      forecasts = insight.forecasts();
      prices = insight.prices() == null ? List.of() : insight.prices().text();
      if (!insight.personalUse()) {
        return State.REFUSED;
      }
      if (value != null) {
        return State.KNOWN;
      }
      return insights.knowsValue() ? State.UNKNOWN : State.UNTRAINED;
    } catch (ConflictException untrained) {
      return State.UNTRAINED;
    } catch (InvalidInputException noSuchId) {
      return State.UNKNOWN;
    }
  }

  /** The forecast; only where the state is {@code KNOWN}. */
  public ValueInsight getValue() {
    return value;
  }

  /** By the live models of tables from the shop. */
  public List<CustomerForecast> getForecasts() {
    return getState() == null ? List.of() : forecasts;
  }

  /** How much the price matters to the customer, in sentences. */
  public List<String> getPrices() {
    return getState() == null ? List.of() : prices;
  }

  /** How probable that is which is foretold: that somebody does so, or the most probable class. */
  public Double chance(CustomerForecast forecast) {
    return forecast
        .probabilities()
        .getOrDefault("yes", forecast.probabilities().get(forecast.value()));
  }

  /** Whether the answer is one of several words, and not only how probable something is. */
  public boolean isNamed(CustomerForecast forecast) {
    return chance(forecast) != null && !forecast.probabilities().containsKey("yes");
  }

  /** The number that is foretold; only where there are no probabilities. */
  public double number(CustomerForecast forecast) {
    return Double.parseDouble(forecast.value());
  }

  /** What a reason's feature was: whole numbers as they are, others with four digits; or a word. */
  public String known(CustomerForecast.Reason reason) {
    try {
      var number = new BigDecimal(reason.value());
      NumberFormat format = NumberFormat.getInstance(reader.getLocale());
      format.setMaximumFractionDigits(6);
      return format.format(
          number.stripTrailingZeros().scale() <= 0 ? number : number.round(FOUR_DIGITS));
    } catch (NumberFormatException word) {
      return reason.value();
    }
  }

  /** An amount in the currency of the forecast. */
  public String money(BigDecimal amount) {
    return cells.money(amount, value.currency()).text();
  }

  /** The same with its sign, for what is added to something. */
  public String signed(BigDecimal amount) {
    return (amount.signum() < 0 ? "" : "+") + money(amount);
  }

  /** In how many days a half of those buy who are still customers and have such a past. */
  public String getNext() {
    double days = value.nextPurchase().middleDays();
    return days > FAR
        ? words.of("outlook", "next.far")
        : words.format("outlook.next.days", (long) Math.ceil(days));
  }

  /** The day as of which it is said. */
  public String getAsOf() {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
        .withLocale(reader.getLocale())
        .format(value.asOf());
  }
}
