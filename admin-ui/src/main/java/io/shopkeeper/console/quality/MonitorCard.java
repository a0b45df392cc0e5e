package io.shopkeeper.console.quality;

import io.shopkeeper.catalog.boundary.quality.MonitorView;
import java.util.List;

/**
 * A monitor as the page shows it.
 *
 * @param state the badge's word
 * @param value the last one with its unit; a dash for none
 * @param limit when it alerts, in words
 * @param points of the small chart; empty where there are fewer than two values
 * @param limitAt height of the threshold in the chart, 0 to 28; −1 where it lies outside
 * @param spoken what the chart shows, for those who cannot see it
 * @param evidence what was counted; empty where nothing is amiss
 */
public record MonitorCard(
    MonitorView monitor,
    String title,
    String help,
    String tone,
    String state,
    String value,
    String limit,
    String points,
    double limitAt,
    String spoken,
    List<Fact> evidence) {

  /** Something counted. */
  public record Fact(String name, String value) {}
}
