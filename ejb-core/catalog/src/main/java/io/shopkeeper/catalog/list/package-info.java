/**
 * The shop's tables as long lists, for people who look for something in them. Uses {@code boundary}
 * and {@code clean}; the tables are described here, and read by {@link
 * io.shopkeeper.catalog.list.ListStore}.
 */
package io.shopkeeper.catalog.list;
