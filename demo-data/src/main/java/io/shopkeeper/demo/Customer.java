package io.shopkeeper.demo;

import java.time.Instant;
import java.util.Map;

/**
 * A customer.
 *
 * @param tastes taste and how strong it is, adding up to 1
 * @param thrift 0 takes the dear variants, 1 the cheap ones
 * @param sessionsPerMonth how often the customer comes
 */
record Customer(
    String id,
    String name,
    String email,
    String locale,
    String region,
    Instant registeredAt,
    Map<String, Double> tastes,
    double thrift,
    double sessionsPerMonth) {}
