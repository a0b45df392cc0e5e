/**
 * Whether what visitors turn to has moved from what the live model was trained on, and what
 * follows. May use features, training, platform and catalog. Example: {@code check.run()} measures
 * and, where the settings say so, starts a training.
 */
package io.shopkeeper.recommendation.drift;
