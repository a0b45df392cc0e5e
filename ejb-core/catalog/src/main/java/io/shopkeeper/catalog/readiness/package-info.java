/**
 * What each model needs of the shop's data, and how much of it there is. Knows tables and numbers;
 * nothing of the models themselves.
 */
package io.shopkeeper.catalog.readiness;
