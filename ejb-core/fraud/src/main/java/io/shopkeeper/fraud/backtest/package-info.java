/**
 * What a rule or a threshold would have done in the past: payments replayed in the order of time
 * with what was known of each at its moment ({@code PaymentWalk}), judged by the candidate, by what
 * is published and by both, and counted against what they turned out to be. {@code new
 * Tally(terms).add(judged)} is plain Java; the job writes the report.
 */
package io.shopkeeper.fraud.backtest;
