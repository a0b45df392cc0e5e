package io.shopkeeper.console.shop;

import io.shopkeeper.catalog.boundary.Products;
import io.shopkeeper.console.chart.Chart;
import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.Reader;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.prediction.boundary.ProductForecast;
import io.shopkeeper.prediction.boundary.ProductForecasts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What was sold of a product and what is expected, week by week. */
@Named("productOutlook")
@RequestScoped
public class ProductOutlook {

  @Inject private ProductForecasts forecasts;
  @Inject private Products products;
  @Inject private Asked asked;
  @Inject private Reader reader;
  @Inject private Words words;

  private State state;
  private ProductForecast forecast;

  /** What there is to say. */
  public enum State {
    /** The product has a forecast. */
    KNOWN,
    /** It never sold in a whole week. */
    UNKNOWN,
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
      forecast =
          asked
              .text("id")
              .flatMap(products::find)
              .map(product -> forecasts.of(product, reader.getLocale()))
              .orElse(null);
      return forecast == null || forecast.weeks().isEmpty() ? State.UNKNOWN : State.KNOWN;
    } catch (ConflictException untrained) {
      return State.UNTRAINED;
    }
  }

  /** The forecast; only where the state is {@code KNOWN}. */
  public ProductForecast getForecast() {
    return forecast;
  }

  /** The past weeks, and the expected ones between the ends of both bands. */
  public Chart getChart() {
    var days = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(reader.getLocale());
    List<String> labels = new ArrayList<>();
    forecast.past().forEach(week -> labels.add(label(days, week.monday())));
    forecast.weeks().forEach(week -> labels.add(label(days, week.monday())));
    List<Double> sold = new ArrayList<>();
    forecast.past().forEach(week -> sold.add(week.units()));
    Chart chart =
        Chart.lines(words.of("demand", "week"), labels)
            .add(words.of("demand", "sold"), padded(sold, labels.size()))
            .add(words.of("demand", "expected"), coming(ProductForecast.Week::expected));
    List<ProductForecast.Band> bands = forecast.weeks().getFirst().bands();
    for (int place = 0; place < bands.size(); place++) {
      int band = place;
      long percent = Math.round(100 * bands.get(place).level());
      chart
          .add(words.format("demand.low", percent), coming(week -> week.bands().get(band).low()))
          .add(words.format("demand.high", percent), coming(week -> week.bands().get(band).high()));
    }
    return chart;
  }

  private static String label(DateTimeFormatter days, LocalDate monday) {
    return days.format(monday);
  }

  private static List<Double> padded(List<Double> values, int size) {
    List<Double> padded = new ArrayList<>(values);
    padded.addAll(Collections.nCopies(size - values.size(), null));
    return padded;
  }

  /** Nothing for the past weeks, then a value for each that comes. */
  private List<Double> coming(ToDoubleFunction<ProductForecast.Week> value) {
    List<Double> values = new ArrayList<>(Collections.nCopies(forecast.past().size(), null));
    forecast.weeks().forEach(week -> values.add(value.applyAsDouble(week)));
    return values;
  }
}
