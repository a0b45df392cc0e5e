/**
 * The room where merchandisers say what is shown where: the placements, the recipe of each as a
 * form, what a visitor would get by it, and why. A draft lives in the form alone until it is saved
 * or published. Example: {@code drafts.of(recipe)} is a recipe as fields, {@code drafts.sent()}
 * what the form sent, {@code new DraftRecipe(draft, zone).recipe()} a recipe again.
 */
package io.shopkeeper.console.placement;
