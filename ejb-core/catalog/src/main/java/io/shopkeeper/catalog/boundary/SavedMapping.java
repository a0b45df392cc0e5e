package io.shopkeeper.catalog.boundary;

import java.time.Instant;

/**
 * A mapping that was kept under its name.
 *
 * @param version from 1; saving it again makes the next one
 * @param builtIn whether it came with the product; such a one is not removed
 * @param savedBy null for one that came with the product
 * @param savedAt null for one that came with the product
 */
public record SavedMapping(
    ImportMapping mapping, int version, boolean builtIn, String savedBy, Instant savedAt) {}
