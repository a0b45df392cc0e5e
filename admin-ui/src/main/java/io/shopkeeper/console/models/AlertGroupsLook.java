package io.shopkeeper.console.models;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/** On which groups of payments the alerts and false alarms of a version fall. */
@Named("alertGroups")
@RequestScoped
public class AlertGroupsLook {

  private static final String FILE = "groups.csv";

  @Inject private ShownTable table;

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
      lines = table.text(FILE).map(AlertGroupsLook::parse).orElse(List.of());
    }
    return lines;
  }

  /** Of the table as it is stored. */
  static List<Line> parse(String table) {
    return ShownTable.rows(table).stream().map(AlertGroupsLook::line).toList();
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
