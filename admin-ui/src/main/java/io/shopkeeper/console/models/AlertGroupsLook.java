package io.shopkeeper.console.models;

import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.platform.boundary.ModelRegistry;
import io.shopkeeper.platform.boundary.ModelVersionView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** On which groups of payments the alerts and false alarms of a version fall. */
@Named("alertGroups")
@RequestScoped
public class AlertGroupsLook {

  private static final String FILE = "groups.csv";

  @Inject private ModelRegistry registry;
  @Inject private Asked asked;

  private List<Line> lines;

  /**
   * A share with the 95 % interval it may lie in; empty where nothing can be said.
   *
   * @param value NaN of nothing
   */
  public record Share(double value, double low, double high) {

    static Share of(CSVRecord row, String hits, String trials) {
      double all = Double.parseDouble(row.get(trials));
      return new Share(
          Double.parseDouble(row.get(hits)) / all,
          Double.parseDouble(row.get(hits + "_low")),
          Double.parseDouble(row.get(hits + "_high")));
    }

    /** Whether there was anything to count. */
    public boolean isKnown() {
      return !Double.isNaN(value);
    }
  }

  /**
   * A group.
   *
   * @param by what tells groups apart, and {@code group}: keys of their words
   * @param alerts share of its payments
   * @param wrong share of its good payments that would be alerts
   * @param compared whether it has enough good payments to be compared
   */
  public record Line(
      String by,
      String group,
      long payments,
      Share alerts,
      long good,
      Share wrong,
      boolean compared) {

    /** The key of its words. */
    public String key() {
      return by + "." + group;
    }
  }

  /** Empty where the version has no such table. */
  public List<Line> getLines() {
    if (lines == null) {
      lines = version().map(this::read).orElse(List.of());
    }
    return lines;
  }

  private Optional<ModelVersionView> version() {
    String name = asked.text("name").orElse("");
    int number = asked.number("version").map(n -> (int) Math.min(n, Integer.MAX_VALUE)).orElse(0);
    return registry
        .find(name, number)
        .filter(one -> one.filesRemovedAt() == null)
        .filter(one -> one.files().stream().anyMatch(file -> file.name().equals(FILE)));
  }

  private List<Line> read(ModelVersionView version) {
    return parse(
        new String(registry.file(version.name(), version.version(), FILE), StandardCharsets.UTF_8));
  }

  /** Of the table as it is stored. */
  static List<Line> parse(String table) {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var parser = format.parse(new StringReader(table))) {
      return parser.getRecords().stream().map(AlertGroupsLook::line).toList();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static Line line(CSVRecord row) {
    return new Line(
        row.get("by"),
        row.get("group"),
        Long.parseLong(row.get("payments")),
        Share.of(row, "alerts", "payments"),
        Long.parseLong(row.get("good")),
        Share.of(row, "false_alarms", "good"),
        Boolean.parseBoolean(row.get("compared")));
  }
}
