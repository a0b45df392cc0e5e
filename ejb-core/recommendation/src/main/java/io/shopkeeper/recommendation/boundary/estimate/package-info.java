/**
 * What a recipe would have brought, as plain records. Example: {@code
 * estimate.difference().perThousand()} is how many clicks more a version would have brought on a
 * thousand lists than what was shown.
 */
package io.shopkeeper.recommendation.boundary.estimate;
