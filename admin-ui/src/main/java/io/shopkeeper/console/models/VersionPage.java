package io.shopkeeper.console.models;

import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.chart.Chart;
import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.NotFound;
import io.shopkeeper.console.frame.Say;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.ModelRegistry;
import io.shopkeeper.platform.boundary.ModelVersionView;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Stage;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** One version: what it reached beside the live one, from what it was made. */
@Named("version")
@RequestScoped
public class VersionPage {

  @Inject private ModelRegistry registry;
  @Inject private Words words;
  @Inject private Asked asked;
  @Inject private Me me;
  @Inject private Say say;

  private String name;
  private int number;
  private ModelVersionView version;
  private ModelVersionView live;

  /** A metric here and in the live version; null where one has it not. */
  public record Metric(String split, String name, Double here, Double live) {}

  @PostConstruct
  void begin() {
    name = asked.text("name").orElse("");
    number = asked.number("version").map(n -> (int) Math.min(n, Integer.MAX_VALUE)).orElse(0);
    version = registry.find(name, number).orElse(null);
    live = registry.live(name).orElse(null);
  }

  /** Says so where there is no such version. */
  public void load() throws IOException {
    if (version == null) {
      NotFound.answer();
    }
  }

  /** Lets it serve from now on. */
  public String promote() {
    me.require(Right.PROMOTE_MODELS);
    try {
      registry.promote(name, number, me.getName(), "in the console");
      say.ok("version.promoted", number);
    } catch (ConflictException already) {
      say.bad("version.already");
    }
    return "/version?name=" + name + "&version=" + number + "&faces-redirect=true";
  }

  /** Metrics of all splits. */
  public List<Metric> getMetrics() {
    var metrics = new ArrayList<Metric>();
    version
        .metrics()
        .forEach(
            (split, values) ->
                values.forEach(
                    (metric, value) ->
                        metrics.add(
                            new Metric(
                                split,
                                metric,
                                value,
                                live == null
                                    ? null
                                    : live.metrics().getOrDefault(split, Map.of()).get(metric)))));
    return metrics;
  }

  /** Whether there are curves to draw. */
  public boolean isCurved() {
    return !version.curves().isEmpty();
  }

  /** The curves, and the live version's beside them. */
  public Chart getChart() {
    int steps = version.curves().values().stream().mapToInt(List::size).max().orElse(0);
    Chart chart =
        Chart.lines(
            words.words().getString("chart.step"),
            IntStream.rangeClosed(1, steps).mapToObj(Integer::toString).toList());
    new TreeMap<>(version.curves())
        .forEach((curve, values) -> chart.add(curve + " · v" + number, values));
    if (isCompared()) {
      new TreeMap<>(live.curves())
          .forEach((curve, values) -> chart.add(curve + " · v" + live.version(), values));
    }
    return chart;
  }

  /** Whether another version serves, to stand beside this one. */
  public boolean isCompared() {
    return live != null && live.version() != number;
  }

  public boolean isPromotable() {
    return version.stage() != Stage.LIVE;
  }

  public ModelVersionView getData() {
    return version;
  }

  /** The version that serves; null if none does. */
  public ModelVersionView getLive() {
    return live;
  }

  public Map<String, String> getProvenance() {
    return new TreeMap<>(version.provenance());
  }

  public Map<String, String> getParameters() {
    return new TreeMap<>(version.hyperParameters());
  }

  public String getName() {
    return name;
  }

  public int getNumber() {
    return number;
  }
}
