package io.shopkeeper.platform.boundary;

import java.time.Instant;
import java.util.List;

/**
 * A schedule as it stands.
 *
 * @param nextRuns the next five, by the time of now; empty while paused
 * @param lastAt when it last started its jobs; null if never
 * @param lastJob the first job that it started then; null if never
 * @param note what happened at the last run beside starting, such as runs that were missed
 * @param edition grows with each change; for {@code If-Match}
 */
public record ScheduleView(
    long id,
    String name,
    List<ScheduleStep> steps,
    String cron,
    String zone,
    boolean paused,
    List<Instant> nextRuns,
    Instant lastAt,
    Long lastJob,
    String note,
    Instant createdAt,
    String createdBy,
    Instant changedAt,
    String changedBy,
    long edition) {}
