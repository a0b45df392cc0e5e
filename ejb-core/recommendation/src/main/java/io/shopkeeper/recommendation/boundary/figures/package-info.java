/**
 * What placements bring, as records. Example: {@code results.of("home", FigureRange.of(null, null,
 * null, today))} gives what home has shown in the last 28 days and what followed from it.
 */
package io.shopkeeper.recommendation.boundary.figures;
