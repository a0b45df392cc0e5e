/**
 * How many alerts are to be expected: payments counted by day, score and what the rules ask, so
 * that thresholds in force can be laid on every day of the past; and the forecast from these days.
 */
package io.shopkeeper.fraud.volume;
