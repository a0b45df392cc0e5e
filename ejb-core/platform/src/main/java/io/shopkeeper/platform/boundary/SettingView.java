package io.shopkeeper.platform.boundary;

import java.time.Instant;

/**
 * A setting as it stands.
 *
 * @param value what holds now; empty where it is open
 * @param changedAt null where nobody of the shop has changed it
 * @param changedBy null likewise
 */
public record SettingView(
    SettingDefinition definition,
    String value,
    SettingSource source,
    Instant changedAt,
    String changedBy) {

  /** Whether it cannot be changed from inside. */
  public boolean locked() {
    return source == SettingSource.ENVIRONMENT;
  }
}
