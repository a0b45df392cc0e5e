/**
 * What visitors did: a stream that is only ever added to. Uses {@code boundary}, {@code entity} and
 * {@code clean}.
 */
package io.shopkeeper.catalog.event;
