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
 * @param error why it failed or was stopped; null where there is nothing to say
 * @param log its last lines, oldest first
 * @param attempt 1, and one more for each time it was resumed or tried again
 * @param retryOf the first job that this one tries again; null if none
 * @param after the job that has to succeed first; null if none
 * @param scheduleId the schedule that started it; null if none did
 * @param notBefore when it is tried again after a failure; null if at once
 * @param secondsLeft about how long it will take; null where nobody knows
 * @param threads how many it may use; 0 before it started
 * @param memoryBytes how much it was expected to need
 * @param node the server that runs or ran it; null before
 * @param phases the parts of its work, oldest first
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
    int attempt,
    Long retryOf,
    Long after,
    Long scheduleId,
    Instant notBefore,
    Long secondsLeft,
    int threads,
    long memoryBytes,
    String node,
    List<JobPhase> phases) {}
