package io.shopkeeper.platform.boundary;

import java.util.Optional;

/**
 * A setting has another value. Observe it with {@code during = AFTER_SUCCESS}.
 *
 * @param value what the shop has set; empty where the default holds again
 */
public record SettingChanged(String name, Optional<String> value) {}
