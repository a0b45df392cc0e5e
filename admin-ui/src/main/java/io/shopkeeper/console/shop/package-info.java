/** The shop's own data to look through: products, customers, orders, events. */
package io.shopkeeper.console.shop;
