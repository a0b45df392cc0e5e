/**
 * The feature store: what is known of customers and products at a moment, as named numbers and
 * words. Training and serving ask the same code, and nothing that happened later can be seen. Plain
 * Java; may use what the catalog says of acts. Example: {@code
 * CustomerFeature.cells(facts.customer("c-7", now))}.
 */
package io.shopkeeper.prediction.features;
