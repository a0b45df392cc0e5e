package io.shopkeeper.fraud.boundary;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * That a rule is to be quiet for a while.
 *
 * @param field such as {@code customer}; null for all payments
 * @param key which customer, card …; null for all payments
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SnoozeView(
    long id, String rule, String field, String key, Instant until, String reason, String by) {}
