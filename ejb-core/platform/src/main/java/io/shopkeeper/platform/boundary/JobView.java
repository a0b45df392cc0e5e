package io.shopkeeper.platform.boundary;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A job as it stands.
 *
 * @param progress from 0 to 1
 * @param startedAt null while queued
 * @param endedAt null until it has ended
 * @param error null unless it failed
 * @param log its last lines, oldest first
 * @param attempt 1, and one more for each time it was resumed after a crash
 */
public record JobView(
    long id,
    String kind,
    String title,
    JobState state,
    double progress,
    String phase,
    Map<String, String> parameters,
    String requestedBy,
    Instant createdAt,
    Instant startedAt,
    Instant endedAt,
    String error,
    List<String> log,
    int attempt) {}
