package io.shopkeeper.catalog.boundary;

import java.time.LocalDate;

/**
 * How often something was done with a product on one day.
 *
 * @param day in UTC
 * @param count at least 1
 */
public record ProductActivity(String productId, EventType type, LocalDate day, long count) {}
