package io.shopkeeper.console.models;

import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.NotFound;
import io.shopkeeper.console.jobs.CurveChart;
import io.shopkeeper.platform.boundary.ModelComparison;
import io.shopkeeper.platform.boundary.ModelRegistry;
import io.shopkeeper.platform.boundary.ModelVersionView;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;

/** Two versions side by side. */
@Named("compare")
@RequestScoped
public class ComparePage {

  @Inject private ModelRegistry registry;
  @Inject private ModelLook look;
  @Inject private Asked asked;

  private String name;
  private List<ModelVersionView> versions;
  private ModelComparison comparison;
  private List<CurveChart> charts;

  @PostConstruct
  void begin() {
    name = asked.text("name").orElse("");
    versions = registry.versions(name);
    if (versions.isEmpty()) {
      return;
    }
    int live = registry.live(name).map(ModelVersionView::version).orElse(0);
    int newest = versions.getFirst().version();
    int b = asked.number("b").map(Long::intValue).orElse(newest);
    int other = live != 0 && live != b ? live : versions.getLast().version();
    int a = asked.number("a").map(Long::intValue).orElse(other);
    if (registry.find(name, a).isPresent() && registry.find(name, b).isPresent()) {
      comparison = registry.compare(name, a, b);
    }
  }

  /** Says so where one of them is missing. */
  public void load() throws IOException {
    if (comparison == null) {
      NotFound.answer();
    }
  }

  /** Both versions' curves, one picture for each measure. */
  public List<CurveChart> getCharts() {
    if (charts == null) {
      charts = look.curves(comparison.a(), comparison.b());
    }
    return charts;
  }

  /** Whether one version stands on both sides: there is nothing to see then. */
  public boolean isSame() {
    return comparison.a().version() == comparison.b().version();
  }

  /** How a verdict looks. */
  public String tone(ModelComparison.Verdict verdict) {
    return switch (verdict) {
      case BETTER -> "ok";
      case WORSE -> "bad";
      case NO_DIFFERENCE, UNKNOWN -> "plain";
    };
  }

  public String getName() {
    return name;
  }

  public List<ModelVersionView> getVersions() {
    return versions;
  }

  public ModelComparison getBoth() {
    return comparison;
  }
}
