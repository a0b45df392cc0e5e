package io.shopkeeper.platform.boundary;

/**
 * Filters and order of a list that a person gave a name.
 *
 * @param query as in an address, with the question mark
 */
public record SavedView(long id, String name, String query) {}
