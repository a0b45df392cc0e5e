package io.shopkeeper.catalog.boundary.person;

/**
 * Who acts.
 *
 * @param name a username or the name of a key
 */
public record Actor(String name, Door door) {}
