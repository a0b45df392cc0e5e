/**
 * The stores on the embedded database and on a real PostgreSQL: the migrations run on both, and
 * what is written comes back.
 */
package io.shopkeeper.integration.store;
