package io.shopkeeper.console.placement;

import io.shopkeeper.console.frame.Formats;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.platform.boundary.JobView;
import io.shopkeeper.recommendation.boundary.Estimates;
import io.shopkeeper.recommendation.boundary.estimate.EstimatedAct;
import io.shopkeeper.recommendation.boundary.estimate.RecipeEstimate;
import io.shopkeeper.recommendation.boundary.estimate.RecipeEstimate.Figure;
import io.shopkeeper.recommendation.boundary.estimate.RecipeEstimate.Warning;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;

/** What the opened version would have brought instead of what was shown. */
@Named("estimate")
@RequestScoped
public class EstimatePanel {

  private static final double GREAT = 100;

  @Inject private Estimates estimates;
  @Inject private PlacementPage page;
  @Inject private Formats formats;
  @Inject private Words words;

  private RecipeEstimate found;
  private JobView running;

  /**
   * A figure.
   *
   * @param what it is of
   * @param value acts on a thousand lists
   * @param range of it; empty where nothing is known
   */
  public record Line(String what, String value, String range) {}

  @PostConstruct
  void begin() {
    if (page.getView() != null) {
      String name = page.getName();
      int version = page.getOpened().version();
      found = estimates.newest(name, version, getMetric()).orElse(null);
      running = estimates.running(name, version).orElse(null);
    }
  }

  /** What counts. */
  public EstimatedAct getMetric() {
    return page.estimatedAct();
  }

  /** What may count. */
  public EstimatedAct[] getMetrics() {
    return EstimatedAct.values();
  }

  /** The last; null where nobody asked yet. */
  public RecipeEstimate getFound() {
    return found;
  }

  /** The job that works one out now; null where none does. */
  public JobView getRunning() {
    return running;
  }

  /** Whether what is live leaves anything to chance, so that the log can tell. */
  public boolean isExploring() {
    return page.live().recipe().exploration() > 0;
  }

  /** What it says, in one sentence. */
  public String getVerdict() {
    if (found.refusal() != null) {
      return words.of("estimateRefusal", found.refusal());
    }
    Figure difference = found.difference();
    if (difference.low() == null) {
      return words.format("estimate.open");
    }
    String act = words.of("estimateAct", found.metric().word());
    if (difference.low() > 0) {
      return words.format("estimate.more", tenth(difference.low()), tenth(difference.high()), act);
    }
    return difference.high() < 0
        ? words.format("estimate.less", tenth(-difference.high()), tenth(-difference.low()), act)
        : words.format("estimate.open");
  }

  /** Of that sentence. */
  public String getTone() {
    if (found.refusal() != null) {
      return "warn";
    }
    Figure difference = found.difference();
    return difference.low() == null
        ? ""
        : difference.low() > 0 ? "ok" : difference.high() < 0 ? "bad" : "";
  }

  /** The figures; only what was shown where the rest cannot be told. */
  public List<Line> getLines() {
    List<Line> lines = new ArrayList<>();
    add(lines, "estimate.shown", found.shown());
    add(lines, "estimate.normalised", found.selfNormalised());
    add(lines, "estimate.inverse", found.inverse());
    add(lines, "estimate.difference", found.difference());
    return lines;
  }

  private void add(List<Line> lines, String key, Figure figure) {
    if (figure != null) {
      String range =
          figure.low() == null
              ? ""
              : words.format("estimate.range", tenth(figure.low()), tenth(figure.high()));
      lines.add(new Line(words.format(key), tenth(figure.perThousand()), range));
    }
  }

  /** What it was told from. */
  public String getGround() {
    String ground =
        words.format(
            "estimate.ground",
            formats.count(found.lists()),
            formats.count(found.visitors()),
            formats.time(found.from()),
            formats.percent(found.support()),
            formats.percent(found.agreement()));
    return found.refusal() != null
        ? ground
        : ground
            + words.format(
                "estimate.ground.places", formats.count(Math.round(found.effectivePlaces())));
  }

  /** What speaks against believing it. */
  public List<String> getWarnings() {
    return found.warnings().stream().map(this::warning).toList();
  }

  private String warning(Warning warning) {
    return words.of("estimateWarning", warning);
  }

  /** To a tenth; what is great, to one. */
  private String tenth(double value) {
    return Math.abs(value) < GREAT
        ? formats.value(Math.round(value * 10) / 10.0)
        : formats.count(Math.round(value));
  }
}
