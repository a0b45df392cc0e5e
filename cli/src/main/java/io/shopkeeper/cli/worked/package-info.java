/**
 * The worked cases behind {@code evaluate --case NAME}: made-up shops whose truth is known, so that
 * a model's figure stands beside the best that anything could reach. A further case is one more
 * {@link io.shopkeeper.cli.worked.WorkedCase} in {@link io.shopkeeper.cli.worked.WorkedCases}.
 */
package io.shopkeeper.cli.worked;
