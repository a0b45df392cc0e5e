package io.shopkeeper.console.settings;

import io.shopkeeper.platform.boundary.AuditQuery;
import io.shopkeeper.platform.boundary.AuditSource;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Which acts the reader asks for, as the page's address says.
 *
 * @param from first day, such as {@code 2026-11-24}; empty for the beginning
 * @param until last day; empty for today
 * @param before number for the next page; null for the first
 */
public record AuditFilter(
    String actor,
    String act,
    String text,
    String source,
    String from,
    String until,
    Long before,
    ZoneId zone) {

  /** Reads it from parameters; what cannot be read counts as not given. */
  static AuditFilter of(UnaryOperator<String> parameter, ZoneId zone) {
    String before = parameter.apply("before");
    return new AuditFilter(
        orEmpty(parameter.apply("actor")),
        orEmpty(parameter.apply("act")),
        orEmpty(parameter.apply("text")),
        orEmpty(parameter.apply("source")),
        orEmpty(parameter.apply("from")),
        orEmpty(parameter.apply("until")),
        before != null && before.matches("\\d{1,18}") ? Long.valueOf(before) : null,
        zone);
  }

  AuditQuery query(int limit) {
    return new AuditQuery(
        orNull(actor),
        orNull(act),
        orNull(text),
        Arrays.stream(AuditSource.values())
            .filter(door -> door.name().equals(source))
            .findFirst()
            .orElse(null),
        day(from).map(day -> start(day)).orElse(null),
        day(until).map(day -> start(day.plusDays(1))).orElse(null),
        before,
        limit);
  }

  /** Whether anything is asked for. */
  public boolean isSet() {
    return !address().isEmpty();
  }

  /** The same as parameters of an address, without the page. */
  public String address() {
    List<String> parts = new ArrayList<>();
    add(parts, "actor", actor);
    add(parts, "act", act);
    add(parts, "text", text);
    add(parts, "source", source);
    add(parts, "from", from);
    add(parts, "until", until);
    return String.join("&", parts);
  }

  private static void add(List<String> parts, String name, String value) {
    if (!value.isEmpty()) {
      parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException unreadable) {
      return Optional.empty();
    }
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text.strip();
  }

  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
