/** The shop's customers. Uses {@code boundary}, {@code entity} and {@code clean}. */
package io.shopkeeper.catalog.customer;
