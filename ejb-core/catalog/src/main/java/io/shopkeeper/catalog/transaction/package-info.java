/** The table of payments. Used by the facade in {@code boundary} only. */
package io.shopkeeper.catalog.transaction;
