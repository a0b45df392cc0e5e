package io.shopkeeper.recommendation.boundary.explanation;

/**
 * A rule that changed a product's score.
 *
 * @param rule its place among the recipe's rules, from 0
 * @param factor by which the score was multiplied
 */
public record RuleFactor(int rule, double factor) {}
