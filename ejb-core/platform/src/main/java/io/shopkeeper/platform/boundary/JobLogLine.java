package io.shopkeeper.platform.boundary;

import java.time.Instant;

/**
 * A line of a job's log.
 *
 * @param id grows from line to line; for asking what came after
 */
public record JobLogLine(long id, Instant at, String text) {}
