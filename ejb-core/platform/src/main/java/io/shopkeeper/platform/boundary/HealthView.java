package io.shopkeeper.platform.boundary;

import java.time.Instant;
import java.util.Map;

/**
 * How the shop is.
 *
 * @param ready whether it can serve
 * @param checks what was looked at and what was found; {@code ok} where nothing is wrong
 */
public record HealthView(
    boolean ready, Map<String, String> checks, String version, Instant startedAt) {}
