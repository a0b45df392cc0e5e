package io.shopkeeper.platform.jobs;

/** A job waits; observed after the commit, so that no job starts whose row may yet vanish. */
public record JobQueued(String kind) {}
