/**
 * Answers from memory: the live model, the products as they are sold now, and what the visitor did
 * last. May use features, model, platform and catalog. Example: {@code answers.similar("p-12", 6,
 * Locale.ENGLISH)}.
 */
package io.shopkeeper.recommendation.serving;
