package io.shopkeeper.fraud.boundary.cases;

/**
 * What waits in a queue.
 *
 * @param open cases that are not closed and not with a supervisor
 * @param overdue those of them that should be closed by now
 * @param free those that nobody works on now
 */
public record QueueCount(String queue, long open, long overdue, long free) {}
