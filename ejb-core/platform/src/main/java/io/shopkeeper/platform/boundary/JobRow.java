package io.shopkeeper.platform.boundary;

import java.time.Instant;
import java.util.Map;

/**
 * A job as a line of a list.
 *
 * @param startedAt null while queued
 * @param endedAt null until it has ended
 * @param error null unless it failed
 */
public record JobRow(
    long id,
    String kind,
    String title,
    JobState state,
    Map<String, String> parameters,
    String requestedBy,
    Instant createdAt,
    Instant startedAt,
    Instant endedAt,
    String error) {}
