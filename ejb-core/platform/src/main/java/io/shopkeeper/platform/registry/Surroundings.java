package io.shopkeeper.platform.registry;

import io.shopkeeper.platform.boundary.SystemHealth;
import java.util.Map;
import java.util.TreeMap;

/** What the registry knows itself of where a version was made. */
final class Surroundings {

  private Surroundings() {}

  /** What a training told, with code, Java and machine; what it told itself stays. */
  static Map<String, String> complete(Map<String, String> told) {
    var account = new TreeMap<String, String>();
    account.put("codeVersion", SystemHealth.VERSION);
    account.put("java", Runtime.version().toString());
    account.put("javaVendor", System.getProperty("java.vendor", ""));
    account.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    account.put("arch", System.getProperty("os.arch"));
    account.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
    account.putAll(told);
    return account;
  }
}
