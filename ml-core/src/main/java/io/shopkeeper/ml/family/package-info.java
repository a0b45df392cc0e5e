/**
 * All algorithms by kind and name: what the command line, the console and the worker offer. A new
 * one is added to its list here and is then offered everywhere.
 *
 * <pre>{@code
 * TableAlgorithm<?> algorithm = TableAlgorithms.find("gradient-boosting").orElseThrow();
 * }</pre>
 */
package io.shopkeeper.ml.family;
