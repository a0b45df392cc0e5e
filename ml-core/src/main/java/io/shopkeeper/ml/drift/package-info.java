/**
 * Whether data of today still look like those of before.
 *
 * <pre>{@code
 * double[] edges = PopulationStability.edges(sketch, 10);
 * PopulationStability.index(before, now);   // above 0.2 somebody should look
 * }</pre>
 */
package io.shopkeeper.ml.drift;
