/** The table of reviews. Used by the facade in {@code boundary} only. */
package io.shopkeeper.catalog.review;
