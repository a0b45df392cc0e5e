/**
 * Experiments on placements: their table, which of them run, the log of what was shown, and the
 * figures from it. The statistics are {@code ml.experiment}'s. May use entity, boundary and the
 * catalog. Example: {@code log.add(impression)} never waits and never fails.
 */
package io.shopkeeper.recommendation.experiment;
