package io.shopkeeper.console.quality;

import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.boundary.quality.AlertState;
import io.shopkeeper.catalog.boundary.quality.AlertView;
import io.shopkeeper.catalog.boundary.quality.DataQuality;
import io.shopkeeper.catalog.boundary.quality.MonitorView;
import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.Say;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.platform.boundary.Right;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The monitors by kind, and the alerts of the last time. */
@Named("monitors")
@RequestScoped
public class MonitorsPage {

  private static final int RECENT = 20;

  @Inject private DataQuality quality;
  @Inject private MonitorCards cards;
  @Inject private Asked asked;
  @Inject private Me me;
  @Inject private Say say;

  private List<Group> groups;

  /** The monitors of a kind. */
  public record Group(ImportKind kind, List<MonitorCard> cards) {}

  /** Does what the pressed button says. */
  public void act() {
    asked.act("acknowledge").map(Long::valueOf).ifPresent(this::acknowledge);
    asked.act("change").map(Long::valueOf).ifPresent(this::change);
    asked.act("now").ifPresent(now -> measure());
    groups = null;
  }

  private void acknowledge(long alert) {
    me.require(Right.MEND_DATA);
    try {
      quality.acknowledge(alert, me.getName());
      say.ok("monitor.acknowledged");
    } catch (NotFoundException | ConflictException gone) {
      say.bad("monitor.gone");
    }
  }

  private void change(long monitor) {
    me.require(Right.MEND_DATA);
    String text = asked.act("threshold-" + monitor).orElse("").strip();
    try {
      boolean on = asked.act("on-" + monitor).filter("true"::equals).isPresent();
      quality.change(monitor, on, Double.parseDouble(text), me.getName());
      say.ok("monitor.changed");
    } catch (NumberFormatException noNumber) {
      say.bad("monitor.noNumber", text);
    } catch (InvalidInputException invalid) {
      say.badText(invalid.getMessage());
    }
  }

  private void measure() {
    me.require(Right.MEND_DATA);
    quality.evaluate();
    say.ok("monitor.measured");
  }

  public List<Group> getGroups() {
    if (groups == null) {
      Map<ImportKind, List<MonitorCard>> byKind = new LinkedHashMap<>();
      for (MonitorView monitor : quality.monitors()) {
        byKind.computeIfAbsent(monitor.kind(), kind -> new ArrayList<>()).add(cards.card(monitor));
      }
      groups = new ArrayList<>();
      byKind.forEach((kind, list) -> groups.add(new Group(kind, list)));
    }
    return groups;
  }

  /** The last alerts that are resolved. */
  public List<AlertView> getResolved() {
    return quality.alerts(RECENT).stream()
        .filter(alert -> alert.state() == AlertState.RESOLVED)
        .toList();
  }

  /** An alert in one sentence. */
  public String sentence(AlertView alert) {
    return cards.sentence(alert);
  }
}
