/**
 * How the running shop does under load, from a process of its own. Not part of the tests that
 * everybody runs: {@code ./shopkeeper test --load}, on a machine that does nothing else.
 */
package io.shopkeeper.integration.load;
