/**
 * Tables that models of prediction learn from: taken in, looked at, and what their columns are for.
 */
package io.shopkeeper.console.dataset;
