package io.shopkeeper.console.models;

import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.platform.boundary.ModelRegistry;
import io.shopkeeper.platform.boundary.ModelVersionView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A version and all that was measured beside it on the same held-out data, side by side. */
@Named("rivals")
@RequestScoped
public class RivalsLook {

  /** Two are seen well enough one below the other. */
  private static final int FEWEST = 3;

  @Inject private ModelRegistry registry;
  @Inject private ModelLook look;
  @Inject private Words words;
  @Inject private Asked asked;

  private ModelVersionView version;

  /**
   * What was measured.
   *
   * @param name in words
   * @param values as text, in the order of the columns
   * @param own whether it is the version itself
   */
  public record Line(String name, List<String> values, boolean own) {}

  private Map<String, Map<String, Double>> measured() {
    if (version == null) {
      String name = asked.text("name").orElse("");
      int number = asked.number("version").map(n -> (int) Math.min(n, Integer.MAX_VALUE)).orElse(0);
      version = registry.find(name, number).orElse(null);
    }
    return version == null ? Map.of() : new TreeMap<>(version.metrics());
  }

  /** The metrics that tell most. */
  public List<String> getColumns() {
    return measured().isEmpty() ? List.of() : look.columns(List.of(version));
  }

  /** The version itself first; empty where too little was measured to make a table of it. */
  public List<Line> getLines() {
    Map<String, Map<String, Double>> all = measured();
    if (all.size() < FEWEST) {
      return List.of();
    }
    String own = look.split(version);
    return all.keySet().stream().map(split -> line(split, own)).toList();
  }

  private Line line(String split, String own) {
    List<String> values =
        getColumns().stream()
            .map(
                metric ->
                    look.measured(
                        version.metric(split, metric).orElse(null),
                        version.standardError(split, metric).orElse(null)))
            .toList();
    return split.equals(own)
        ? new Line(words.of("algorithm", version.algorithm()), values, true)
        : new Line(named(split, own), values, false);
  }

  /** A family by its name; what is none, such as the rate so far, as the metrics have it. */
  private String named(String split, String own) {
    String rest = split.startsWith(own + " ") ? split.substring(own.length() + 1) : split;
    String family = words.of("algorithm", rest);
    return family.equals(rest) ? words.split(split) : family;
  }
}
