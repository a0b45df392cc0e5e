package io.shopkeeper.console.settings;

import java.util.LinkedHashMap;
import java.util.Map;

/** Browsers and systems by what they say of themselves; good enough to know one's own again. */
final class Browsers {

  private static final Map<String, String> BROWSERS = new LinkedHashMap<>();
  private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

  static {
    // In this order: most name others, too.
    BROWSERS.put("Edg/", "Edge");
    BROWSERS.put("OPR/", "Opera");
    BROWSERS.put("Firefox/", "Firefox");
    BROWSERS.put("Chrome/", "Chrome");
    BROWSERS.put("Safari/", "Safari");
    SYSTEMS.put("Android", "Android");
    SYSTEMS.put("iPhone", "iPhone");
    SYSTEMS.put("iPad", "iPad");
    SYSTEMS.put("Windows", "Windows");
    SYSTEMS.put("Mac OS X", "macOS");
    SYSTEMS.put("Linux", "Linux");
  }

  private Browsers() {}

  static String name(String agent) {
    String browser = first(BROWSERS, agent);
    String system = first(SYSTEMS, agent);
    String both =
        browser.isEmpty() || system.isEmpty() ? browser + system : browser + " · " + system;
    if (!both.isEmpty()) {
      return both;
    }
    return agent.isEmpty() ? "–" : agent.substring(0, Math.min(agent.length(), 40));
  }

  private static String first(Map<String, String> names, String agent) {
    return names.entrySet().stream()
        .filter(known -> agent.contains(known.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }
}
