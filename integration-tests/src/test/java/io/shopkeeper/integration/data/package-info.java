/**
 * Imports of real data sets and of very many rows, into the real server. Slow, so in a group of its
 * own: {@code ./shopkeeper test --data}. What is not on this machine is left out and said so.
 */
package io.shopkeeper.integration.data;
