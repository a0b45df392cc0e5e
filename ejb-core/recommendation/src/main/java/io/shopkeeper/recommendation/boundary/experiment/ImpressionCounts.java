package io.shopkeeper.recommendation.boundary.experiment;

/**
 * What became of the log of what was shown, since the server was started.
 *
 * @param written to the database
 * @param dropped because the log was full or the database was away
 * @param waiting to be written
 */
public record ImpressionCounts(long written, long dropped, long waiting) {}
