/** The shop's orders. Uses {@code boundary}, {@code entity} and {@code clean}. */
package io.shopkeeper.catalog.order;
