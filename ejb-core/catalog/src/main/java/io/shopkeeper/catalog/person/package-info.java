/**
 * Consents, and which visitors are which customers: their tables, and what follows of them
 * together. Uses {@code boundary} and {@code entity}. Example: {@code Standing.of(decisions,
 * links)} is the decision that holds for a customer and all visitors that are this customer.
 */
package io.shopkeeper.catalog.person;
