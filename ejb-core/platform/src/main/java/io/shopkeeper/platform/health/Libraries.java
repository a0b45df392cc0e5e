package io.shopkeeper.platform.health;

import io.shopkeeper.platform.boundary.SystemHealth;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which libraries are really loaded: a server may bring its own. */
public final class Libraries {

  private Libraries() {}

  /** Name to version, where the library tells it. */
  public static Map<String, String> versions() {
    Map<String, String> versions = new TreeMap<>();
    versions.put("Shopkeeper", SystemHealth.VERSION);
    versions.put("EclipseLink", org.eclipse.persistence.Version.getVersion());
    add(versions, "Flyway", org.flywaydb.core.Flyway.class);
    add(versions, "H2", org.h2.Driver.class);
    add(versions, "PostgreSQL JDBC", org.postgresql.Driver.class);
    add(versions, "Jackson", com.fasterxml.jackson.databind.ObjectMapper.class);
    add(versions, "OpenTelemetry", io.opentelemetry.api.OpenTelemetry.class);
    return versions;
  }

  private static void add(Map<String, String> versions, String name, Class<?> type) {
    Optional.ofNullable(type.getPackage())
        .map(Package::getImplementationVersion)
        .ifPresent(version -> versions.put(name, version));
  }
}
