package io.shopkeeper.platform.jobs;

import java.util.Map;

/** The name of this server among those that share a database. */
public final class JobNode {

  private static final String DEFAULT = "shop1";

  private JobNode() {}

  /** {@code SHOPKEEPER_NODE}, else {@code SHOP_NODE}, else {@value #DEFAULT}. */
  public static String name() {
    return name(System.getenv());
  }

  static String name(Map<String, String> environment) {
    String own = environment.getOrDefault("SHOPKEEPER_NODE", "");
    String server = environment.getOrDefault("SHOP_NODE", "");
    return !own.isBlank() ? own : !server.isBlank() ? server : DEFAULT;
  }
}
