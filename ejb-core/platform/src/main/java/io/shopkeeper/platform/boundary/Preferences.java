package io.shopkeeper.platform.boundary;

import java.time.DateTimeException;
import java.time.ZoneId;

/**
 * How a person likes to read the console.
 *
 * @param language {@code en} or {@code zh-CN}; null for what the browser says
 * @param zone such as {@code Europe/Berlin}; null for UTC
 * @param theme {@code light} or {@code dark}; null for what the system says
 */
public record Preferences(String language, String zone, String theme) {

  /** Nothing chosen. */
  public static final Preferences NONE = new Preferences(null, null, null);

  /**
   * Checks what was chosen.
   *
   * @throws InvalidInputException if a value is none that there is
   */
  public Preferences checked() {
    if (language != null && !language.matches("en|zh-CN")) {
      throw InvalidInputException.of("language", "must be en or zh-CN");
    }
    if (theme != null && !theme.matches("light|dark")) {
      throw InvalidInputException.of("theme", "must be light or dark");
    }
    if (zone != null && !isZone(zone)) {
      throw InvalidInputException.of("zone", "must be a time zone such as Europe/Berlin");
    }
    return this;
  }

  /** The time zone to show times in. */
  public ZoneId zoneOrUtc() {
    return zone != null && isZone(zone) ? ZoneId.of(zone) : ZoneId.of("UTC");
  }

  private static boolean isZone(String id) {
    try {
      return id.length() <= 64 && !ZoneId.of(id).getId().isEmpty();
    } catch (DateTimeException unknown) {
      return false;
    }
  }
}
