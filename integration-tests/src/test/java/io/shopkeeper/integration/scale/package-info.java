/**
 * How the product does with a million rows. Not part of the tests that everybody runs:
 *
 * <pre>mvn -P million -pl integration-tests -am verify</pre>
 */
package io.shopkeeper.integration.scale;
