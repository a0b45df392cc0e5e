package io.shopkeeper.catalog.boundary.person;

import java.time.Instant;

/**
 * A decision as it was made.
 *
 * @param by the name of a key or of a person of the shop
 * @param source where it was asked, in the shop's words; null if that was not said
 */
public record ConsentChange(
    Subject subject,
    Purpose purpose,
    boolean granted,
    Instant at,
    String by,
    Door door,
    String source) {}
