package io.shopkeeper.fraud.boundary;

/**
 * What is asked of a rule that is to be quiet.
 *
 * @param field {@code customer}, {@code card}, {@code device} …; null or blank for all payments
 * @param key which one
 * @param hours how long, from now
 * @param reason why; not blank
 */
public record SnoozeOrder(String field, String key, long hours, String reason) {}
