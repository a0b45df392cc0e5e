/**
 * The payments of the last half year and the rules in memory, so that a payment is judged without
 * asking the database what came before it. Read from the database when the server starts; whatever
 * is stored afterwards follows when it is committed.
 */
package io.shopkeeper.fraud.memory;
