/**
 * Which products to show to whom. {@code features} turns behaviour events into numbers, {@code
 * training} learns and evaluates, {@code model} is what is stored, {@code serving} answers from
 * memory. May use the boundaries of platform and catalog, and ml-core.
 */
package io.shopkeeper.recommendation;
