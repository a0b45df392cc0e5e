package io.shopkeeper.console.chart;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines, bars or a histogram. Colours (Okabe–Ito) and dashes tell the series apart; text and grid
 * take their colours from the page's theme.
 */
public final class Chart {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> COLOURS =
      List.of("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00");
  private static final List<List<Integer>> DASHES =
      List.of(
          List.of(),
          List.of(6, 4),
          List.of(2, 3),
          List.of(8, 3, 2, 3),
          List.of(12, 4),
          List.of(1, 2));

  private final ObjectNode root = JSON.createObjectNode();
  private final ArrayNode sets;
  private final String axis;
  private final List<String> labels;
  private final List<Series> series = new ArrayList<>();

  private record Series(String name, List<? extends Number> values) {}

  /** A line of the table: a label and what each series has there. */
  public record Row(String label, List<Number> values) {}

  private Chart(String type, String axis, List<String> labels) {
    this.axis = axis;
    this.labels = List.copyOf(labels);
    root.put("type", type);
    ObjectNode data = root.putObject("data");
    ArrayNode names = data.putArray("labels");
    labels.forEach(names::add);
    sets = data.putArray("datasets");
    ObjectNode options = root.putObject("options");
    options.put("responsive", true);
    options.put("maintainAspectRatio", false);
    options.put("animation", false);
    ObjectNode plugins = options.putObject("plugins");
    plugins.putObject("legend").put("position", "bottom");
    ObjectNode scales = options.putObject("scales");
    scales.putObject("x").putObject("grid").put("display", false);
    scales.putObject("y").put("beginAtZero", true);
  }

  /**
   * Lines.
   *
   * @param axis what the labels are, such as a step or a day
   */
  public static Chart lines(String axis, List<String> labels) {
    return new Chart("line", axis, labels);
  }

  /** Bars that stand on each other. */
  public static Chart bars(String axis, List<String> labels) {
    var chart = new Chart("bar", axis, labels);
    chart.scale("x").put("stacked", true);
    chart.scale("y").put("stacked", true);
    return chart;
  }

  /** Bars that stand beside each other. */
  public static Chart groups(String axis, List<String> labels) {
    return new Chart("bar", axis, labels);
  }

  /** How often values fall between edges; one count less than edges. */
  public static Chart histogram(String axis, List<Double> edges, String name, List<Long> counts) {
    List<String> bins = new ArrayList<>();
    for (int i = 0; i + 1 < edges.size(); i++) {
      bins.add(Edge.text(edges.get(i)) + " – " + Edge.text(edges.get(i + 1)));
    }
    Chart chart = new Chart("bar", axis, bins).add(name, counts);
    ObjectNode set = (ObjectNode) chart.sets.get(0);
    set.put("barPercentage", 1.0);
    set.put("categoryPercentage", 0.97);
    return chart;
  }

  private ObjectNode scale(String name) {
    return (ObjectNode) root.path("options").path("scales").path(name);
  }

  /** The vertical axis begins where the values do, not at zero. */
  public Chart closeUp() {
    scale("y").put("beginAtZero", false);
    return this;
  }

  /** Adds a series. */
  public Chart add(String name, List<? extends Number> values) {
    int index = sets.size() % COLOURS.size();
    ObjectNode set = sets.addObject();
    set.put("label", name);
    ArrayNode data = set.putArray("data");
    values.forEach(value -> data.add(value == null ? null : (Double) value.doubleValue()));
    set.put("borderColor", COLOURS.get(index));
    set.put("backgroundColor", COLOURS.get(index));
    set.put("borderWidth", root.path("type").asText().equals("bar") ? 0 : 2);
    set.put("pointRadius", values.size() > 60 ? 0 : 2);
    set.put("tension", 0);
    ArrayNode dash = set.putArray("borderDash");
    DASHES.get(index).forEach(dash::add);
    series.add(new Series(name, new ArrayList<>(values)));
    return this;
  }

  /** For the chart library. */
  public String getJson() {
    return root.toString();
  }

  /** Whether there is nothing to draw. */
  public boolean isBlank() {
    return labels.isEmpty() || series.isEmpty();
  }

  /** The head of the table's first column. */
  public String getAxis() {
    return axis;
  }

  /** The names of the series. */
  public List<String> getNames() {
    return series.stream().map(Series::name).toList();
  }

  /** The numbers as a table. */
  public List<Row> getRows() {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      List<Number> values = new ArrayList<>();
      for (Series each : series) {
        values.add(i < each.values().size() ? each.values().get(i) : null);
      }
      rows.add(new Row(labels.get(i), values));
    }
    return rows;
  }
}
