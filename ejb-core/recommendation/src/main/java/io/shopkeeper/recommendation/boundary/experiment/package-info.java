/**
 * Experiments as records: what is tried, how it stands, what the figures say. Example: {@code new
 * ExperimentArm("control", 3, 1)} shows version 3 of the placement's recipe.
 */
package io.shopkeeper.recommendation.boundary.experiment;
