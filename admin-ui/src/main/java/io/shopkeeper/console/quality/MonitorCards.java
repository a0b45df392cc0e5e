package io.shopkeeper.console.quality;

import io.shopkeeper.catalog.boundary.quality.AlertState;
import io.shopkeeper.catalog.boundary.quality.AlertView;
import io.shopkeeper.catalog.boundary.quality.MeasurePoint;
import io.shopkeeper.catalog.boundary.quality.MonitorType;
import io.shopkeeper.catalog.boundary.quality.MonitorView;
import io.shopkeeper.console.frame.Reader;
import io.shopkeeper.console.frame.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** Puts monitors into the reader's words and small charts. */
@RequestScoped
public class MonitorCards {

  private static final double WIDTH = 100;
  private static final double HEIGHT = 28;
  private static final double MARGIN = 2;

  @Inject private Words words;
  @Inject private Reader reader;

  /** The card of a monitor. */
  MonitorCard card(MonitorView monitor) {
    List<Double> values = monitor.points().stream().map(MeasurePoint::value).toList();
    double high = Math.max(monitor.threshold(), values.stream().max(Double::compare).orElse(0.0));
    boolean drawn = values.size() > 1 && high > 0;
    String value = values.isEmpty() ? "–" : shown(monitor.type(), values.getLast());
    return new MonitorCard(
        monitor,
        title(monitor),
        words.of("monitorHelp", monitor.type()),
        tone(monitor),
        state(monitor),
        value,
        words.format("monitorLimit." + monitor.type(), shown(monitor.type(), monitor.threshold())),
        drawn ? points(values, high) : "",
        drawn ? y(monitor.threshold(), high) : -1,
        drawn ? words.format("monitor.chart", values.size(), value) : "",
        monitor.alert() == null ? List.of() : evidence(monitor.alert().evidence()));
  }

  /** What a monitor watches, such as "Products · empty brand". */
  String title(MonitorView monitor) {
    return words.of("monitorType", monitor.type())
        + (monitor.field().isEmpty() ? "" : " · " + words.of("field", monitor.field()));
  }

  /** An alert in one sentence. */
  public String sentence(AlertView alert) {
    String what =
        words.of("kind", alert.kind())
            + " · "
            + words.of("monitorType", alert.type())
            + (alert.field().isEmpty() ? "" : " · " + words.of("field", alert.field()));
    return what + ": " + shown(alert.type(), alert.value());
  }

  List<MonitorCard.Fact> evidence(Map<String, String> evidence) {
    return evidence.entrySet().stream()
        .map(entry -> new MonitorCard.Fact(words.of("evidence", entry.getKey()), entry.getValue()))
        .toList();
  }

  private String state(MonitorView monitor) {
    if (!monitor.on()) {
      return words.of("monitor", "off");
    }
    if (monitor.alert() != null) {
      return words.of("alert", monitor.alert().state());
    }
    return words.of("monitor", monitor.points().isEmpty() ? "nothing" : "fine");
  }

  private static String tone(MonitorView monitor) {
    AlertView alert = monitor.alert();
    if (!monitor.on() || (monitor.points().isEmpty() && alert == null)) {
      return "plain";
    }
    if (alert == null) {
      return "ok";
    }
    return alert.state() == AlertState.OPEN ? "bad" : "warn";
  }

  private String shown(MonitorType type, double value) {
    NumberFormat format = NumberFormat.getInstance(reader.getLocale());
    return switch (type) {
      case FRESHNESS -> {
        format.setMaximumFractionDigits(value < 10 ? 1 : 0);
        yield words.format("monitor.hours", format.format(value));
      }
      case NULL_RATE, QUARANTINE -> percent(value);
      case VOLUME -> percent(value);
      case SCHEMA -> {
        format.setMaximumFractionDigits(0);
        yield format.format(value);
      }
      case DISTRIBUTION -> {
        format.setMaximumFractionDigits(3);
        yield format.format(value);
      }
    };
  }

  private String percent(double value) {
    NumberFormat format = NumberFormat.getPercentInstance(reader.getLocale());
    format.setMaximumFractionDigits(1);
    return format.format(value);
  }

  private static String points(List<Double> values, double high) {
    var points = new StringJoiner(" ");
    for (int i = 0; i < values.size(); i++) {
      double x = WIDTH * i / (values.size() - 1);
      points.add(String.format(Locale.ROOT, "%.1f,%.1f", x, y(values.get(i), high)));
    }
    return points.toString();
  }

  private static double y(double value, double high) {
    double free = HEIGHT - 2 * MARGIN;
    return Math.round(10 * (MARGIN + free * (1 - value / high))) / 10.0;
  }
}
