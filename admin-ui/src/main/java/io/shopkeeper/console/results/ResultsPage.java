package io.shopkeeper.console.results;

import io.shopkeeper.console.chart.Chart;
import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.Faults;
import io.shopkeeper.console.frame.Formats;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.console.ledger.Cells;
import io.shopkeeper.platform.boundary.FieldError;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.recommendation.boundary.PlacementResults;
import io.shopkeeper.recommendation.boundary.PlacementView;
import io.shopkeeper.recommendation.boundary.Placements;
import io.shopkeeper.recommendation.boundary.figures.Counts;
import io.shopkeeper.recommendation.boundary.figures.FigureRange;
import io.shopkeeper.recommendation.boundary.figures.PlacementFigures;
import io.shopkeeper.recommendation.boundary.figures.Takings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a placement, or all of them, have shown in some days, and what followed from it. */
@Named("results")
@RequestScoped
public class ResultsPage {

  private static final List<Integer> WINDOWS = List.of(1, 24, 72, 168, 720);

  @Inject private PlacementResults results;
  @Inject private Placements placements;
  @Inject private Words words;
  @Inject private Formats formats;
  @Inject private Faults sentences;
  @Inject private Cells cells;
  @Inject private Asked asked;

  private final Map<String, String> faults = new HashMap<>();
  private String placement;
  private FigureRange range;
  private PlacementFigures figures;

  /** Something to choose. */
  public record Choice(String value, String label, boolean chosen) {}

  /**
   * A line of the table.
   *
   * @param address of more about it; empty where it was removed
   * @param under its name in addresses; empty for none
   */
  public record Line(String name, String under, String address, Counts counts) {}

  @PostConstruct
  void begin() {
    placement = asked.text("placement").orElse("");
    try {
      range = range(asked.text("from"), asked.text("to"), asked.text("window"));
    } catch (InvalidInputException invalid) {
      for (FieldError error : invalid.errors()) {
        faults.put(error.pointer(), sentences.say(error.message()));
      }
      range = FigureRange.of(null, null, null, results.today());
    }
    try {
      figures = placement.isEmpty() ? results.all(range) : results.of(placement, range);
    } catch (NotFoundException unknown) {
      faults.put("/placement", sentences.say("there is no placement " + placement));
      placement = "";
      figures = results.all(range);
    }
  }

  private FigureRange range(Optional<String> from, Optional<String> to, Optional<String> window) {
    return FigureRange.of(from.orElse(null), to.orElse(null), window.orElse(null), results.today());
  }

  /** Empty for all. */
  public String getPlacement() {
    return placement;
  }

  public FigureRange getRange() {
    return range;
  }

  public PlacementFigures getFigures() {
    return figures;
  }

  /** Whether nothing was shown in these days. */
  public boolean isBlank() {
    return figures.total().impressions() == 0;
  }

  /** What is wrong with a field, in the reader's language; empty for nothing. */
  public String fault(String pointer) {
    return faults.getOrDefault(pointer, "");
  }

  public List<PlacementView> getPlaces() {
    return placements.all();
  }

  /** How long an act may count. */
  public List<Choice> getWindows() {
    return new TreeSet<>(Stream.concat(WINDOWS.stream(), Stream.of(range.windowHours())).toList())
        .stream()
            .map(
                hours ->
                    new Choice(
                        Integer.toString(hours), window(hours), hours == range.windowHours()))
            .toList();
  }

  /** How long an act counts. */
  public String getWindow() {
    return window(range.windowHours());
  }

  private String window(int hours) {
    int days = hours / 24;
    return hours % 24 == 0
        ? words.format("results.days", days)
        : words.format("results.hours", hours);
  }

  /** Money of each currency; a dash for none. */
  public String revenue(Counts counts) {
    return money(counts, Takings::revenue);
  }

  /** What of it is the shop's own; a dash for none. */
  public String margin(Counts counts) {
    return counts.withoutMargin() == counts.purchases() ? "–" : money(counts, Takings::margin);
  }

  private String money(Counts counts, Function<Takings, BigDecimal> amount) {
    return counts.takings().isEmpty()
        ? "–"
        : counts.takings().stream()
            .map(takings -> cells.money(amount.apply(takings), takings.currency()).text())
            .collect(Collectors.joining(" · "));
  }

  /** How many clicks follow from an impression; empty without impressions. */
  public String rate(Counts counts) {
    return counts.impressions() == 0
        ? ""
        : formats.share((double) counts.clicks() / counts.impressions());
  }

  /** Each placement, or each recipe of the placement. */
  public List<Line> getLines() {
    if (!placement.isEmpty()) {
      return figures.versions().stream().map(this::line).toList();
    }
    Set<String> present =
        placements.all().stream().map(PlacementView::name).collect(Collectors.toSet());
    return figures.placements().stream()
        .map(place -> line(place, present.contains(place.placement())))
        .toList();
  }

  private Line line(PlacementFigures.Place place, boolean present) {
    String name = place.placement();
    return new Line(
        words.of("placement", name),
        name,
        present
            ? "results?placement=%s&from=%s&to=%s&window=%d"
                .formatted(name, range.from(), range.to(), range.windowHours())
            : "",
        place.counts());
  }

  private Line line(PlacementFigures.Version version) {
    return new Line(
        version.version() == 0
            ? words.words().getString("placement.standard")
            : words.format("placement.version", version.version()),
        "",
        "placement?name=%s&version=%d".formatted(placement, version.version()),
        version.counts());
  }

  /** What followed, day by day. */
  public Chart getActs() {
    return chart()
        .add(words.of("experimentMetric", "click"), days(Counts::clicks))
        .add(words.of("experimentMetric", "cart"), days(Counts::carts))
        .add(words.of("experimentMetric", "purchase"), days(Counts::purchases));
  }

  /** What was shown, day by day. */
  public Chart getShown() {
    return chart()
        .add(words.words().getString("experiment.impressions"), days(Counts::impressions))
        .add(words.words().getString("experiment.visitors"), days(Counts::visitors));
  }

  /** What was taken, day by day; blank without purchases. */
  public Chart getMoney() {
    Chart chart = chart();
    for (Takings total : figures.total().takings()) {
      String currency = total.currency();
      chart.add(words.format("results.revenue.of", currency), takings(currency, Takings::revenue));
      if (total.margin().signum() != 0) {
        chart.add(words.format("results.margin.of", currency), takings(currency, Takings::margin));
      }
    }
    return chart;
  }

  private Chart chart() {
    return Chart.lines(
        words.words().getString("list.events.day"),
        figures.days().stream().map(day -> day.day().toString().substring(5)).toList());
  }

  private List<Long> days(ToLongFunction<Counts> count) {
    return figures.days().stream().map(day -> count.applyAsLong(day.counts())).toList();
  }

  private List<BigDecimal> takings(String currency, Function<Takings, BigDecimal> amount) {
    return figures.days().stream()
        .map(
            day ->
                day.counts().takings().stream()
                    .filter(takings -> takings.currency().equals(currency))
                    .map(amount)
                    .findFirst()
                    .orElse(BigDecimal.ZERO))
        .toList();
  }
}
