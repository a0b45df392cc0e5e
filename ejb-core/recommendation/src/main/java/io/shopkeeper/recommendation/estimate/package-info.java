/**
 * What a recipe would have brought, told from what was shown by another one. Each list that was
 * partly dealt by chance is asked of the other recipe, too; where both have the same product at the
 * same place, what came of it counts by how seldom it was shown there. May use entity, experiment,
 * pipeline, serving, platform and catalog.
 *
 * <pre>{@code
 * var weighing = new Weighing();
 * weighing.add(list, candidate, acted);
 * Weighed found = weighing.result();
 * }</pre>
 */
package io.shopkeeper.recommendation.estimate;
