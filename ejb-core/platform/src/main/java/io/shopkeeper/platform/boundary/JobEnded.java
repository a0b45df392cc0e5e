package io.shopkeeper.platform.boundary;

/** A job has ended, one way or another; observers take part in the transaction that notes it. */
public record JobEnded(JobView job) {}
