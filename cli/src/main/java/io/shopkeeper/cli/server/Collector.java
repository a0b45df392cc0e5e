package io.shopkeeper.cli.server;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Which garbage collector the server runs with: see ADR 0045. */
final class Collector {

  /** With so many processors threads of a collector that works beside the server are in its way. */
  private static final int FEW_PROCESSORS = 2;

  /** Where an operator may have chosen one. */
  private static final List<String> OPTIONS =
      List.of("JAVA_OPTS", "PREPEND_JAVA_OPTS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS");

  private Collector() {}

  /**
   * What to tell the server's JVM; empty to leave the choice to it, or to whoever has made it.
   *
   * @param processors of the machine
   * @param environment of the server
   */
  static String option(int processors, Map<String, String> environment) {
    boolean chosen =
        OPTIONS.stream()
            .map(environment::get)
            .filter(Objects::nonNull)
            .anyMatch(options -> options.matches("(?s).*-XX:\\+Use\\w+GC\\b.*"));
    return chosen || processors > FEW_PROCESSORS ? "" : " -XX:+UseParallelGC";
  }
}
