/**
 * Measures the shop's data again and again: once in a while by a timer, and after each import. Uses
 * the tables of the catalog; knows nothing of models.
 */
package io.shopkeeper.catalog.monitor;
