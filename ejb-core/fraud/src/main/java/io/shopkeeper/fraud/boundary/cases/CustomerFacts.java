package io.shopkeeper.fraud.boundary.cases;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What the shop knows of a customer.
 *
 * @param id of the customer
 * @param name null where it is unknown
 * @param region null where it is unknown
 * @param registered null where it is unknown
 * @param orders the latest 500 at most
 * @param returned those of them that came back
 * @param spent on those of them that were not cancelled or returned
 * @param currency of these; of orders in others nothing is added
 * @param firstOrder null without orders
 * @param payments the latest 500 at most
 * @param declined those of them that were declined
 * @param refunded those of them that were paid back
 * @param bad those of them that are known as fraud
 */
public record CustomerFacts(
    String id,
    String name,
    String region,
    Instant registered,
    int orders,
    int returned,
    BigDecimal spent,
    String currency,
    Instant firstOrder,
    int payments,
    int declined,
    int refunded,
    int bad) {}
