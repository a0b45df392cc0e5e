/**
 * Texts that mean the same thing, spelt a little differently.
 *
 * <pre>{@code
 * NGrams.dice("Steel Knife 20cm", "Steel knive 20 cm")   // about 0.8
 * }</pre>
 */
package io.shopkeeper.ml.dedupe;
