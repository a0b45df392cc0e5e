package io.shopkeeper.console.frame;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Describes a chart to the chart library; colours and dashes tell the series apart. */
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

  private Chart(String type, List<String> labels) {
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
    scales.putObject("y").put("beginAtZero", true).putObject("grid").put("color", "#88888833");
  }

  /** Lines over steps. */
  public static Chart lines(List<String> labels) {
    return new Chart("line", labels);
  }

  /** Bars that stand on each other. */
  public static Chart bars(List<String> labels) {
    var chart = new Chart("bar", labels);
    ObjectNode scales = (ObjectNode) chart.root.path("options").path("scales");
    ((ObjectNode) scales.path("x")).put("stacked", true);
    ((ObjectNode) scales.path("y")).put("stacked", true);
    return chart;
  }

  /** Adds a series. */
  public Chart add(String name, List<? extends Number> values) {
    int index = sets.size() % COLOURS.size();
    ObjectNode set = sets.addObject();
    set.put("label", name);
    ArrayNode data = set.putArray("data");
    values.forEach(value -> data.add(value.doubleValue()));
    set.put("borderColor", COLOURS.get(index));
    set.put("backgroundColor", COLOURS.get(index));
    set.put("borderWidth", 2);
    set.put("pointRadius", 2);
    set.put("tension", 0);
    ArrayNode dash = set.putArray("borderDash");
    DASHES.get(index).forEach(dash::add);
    return this;
  }

  /** For the page. */
  public String json() {
    return root.toString();
  }
}
