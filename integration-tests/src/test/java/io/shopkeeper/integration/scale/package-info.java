/**
 * How the product does with a million rows. Not part of the tests that everybody runs:
 *
 * <pre>./shopkeeper test --scale</pre>
 */
package io.shopkeeper.integration.scale;
