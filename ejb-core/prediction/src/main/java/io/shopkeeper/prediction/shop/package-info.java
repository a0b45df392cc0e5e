/**
 * From the catalog to facts, for one customer now or for all of a time, and tables made of them.
 * Example: {@code reader.customer("c-7", now)}.
 */
package io.shopkeeper.prediction.shop;
