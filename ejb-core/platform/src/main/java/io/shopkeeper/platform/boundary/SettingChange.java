package io.shopkeeper.platform.boundary;

import java.time.Instant;

/**
 * One change of a setting.
 *
 * @param before null where the default held
 * @param after null where the default holds again
 */
public record SettingChange(String name, Instant at, String by, String before, String after) {}
