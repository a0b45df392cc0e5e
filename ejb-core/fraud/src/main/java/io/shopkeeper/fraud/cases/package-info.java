/**
 * How cases come about and are kept: alerts are taken into cases in the background, one after the
 * other; acts of people are in {@code io.shopkeeper.fraud.boundary.cases}.
 */
package io.shopkeeper.fraud.cases;
