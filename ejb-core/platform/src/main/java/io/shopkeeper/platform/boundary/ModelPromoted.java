package io.shopkeeper.platform.boundary;

/**
 * A version went live. Observe it with {@code during = AFTER_SUCCESS}.
 *
 * @param name the model
 * @param version the version that serves from now on
 */
public record ModelPromoted(String name, int version) {}
