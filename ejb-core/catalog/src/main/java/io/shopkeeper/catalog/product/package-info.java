/** The shop's products. Uses {@code boundary}, {@code entity} and {@code clean}. */
package io.shopkeeper.catalog.product;
