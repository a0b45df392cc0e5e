/**
 * Experiments in the room of merchandising: drafted in plain fields, started, read while they run,
 * and stopped with a decision. All acts are those of {@link
 * io.shopkeeper.recommendation.boundary.Experiments}.
 */
package io.shopkeeper.console.experiment;
