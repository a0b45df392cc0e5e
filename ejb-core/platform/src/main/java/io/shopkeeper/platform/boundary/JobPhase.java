package io.shopkeeper.platform.boundary;

import java.time.Instant;

/**
 * A part of a job's work.
 *
 * @param attempt in which attempt
 * @param endedAt null while it lasts
 */
public record JobPhase(int attempt, String name, Instant startedAt, Instant endedAt) {}
