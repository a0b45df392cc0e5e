package io.shopkeeper.catalog.boundary;

import java.time.Instant;

/**
 * A customer; all but the id may be null.
 *
 * @param locale BCP 47, such as {@code zh-CN}
 */
public record CustomerData(
    String id,
    String name,
    String email,
    String phone,
    String locale,
    String region,
    Instant registeredAt) {}
