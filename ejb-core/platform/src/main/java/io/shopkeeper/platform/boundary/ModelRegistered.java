package io.shopkeeper.platform.boundary;

/** A candidate was kept; observers take part in the transaction that keeps it. */
public record ModelRegistered(String name, int version, String by) {}
