package io.shopkeeper.demo;

import java.time.Instant;

/** Stars from 1 to 5 for a product that was bought. */
record Rating(String customerId, String productId, int stars, Instant time) {}
