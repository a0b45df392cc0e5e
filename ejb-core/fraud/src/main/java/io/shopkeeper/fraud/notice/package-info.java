/**
 * Messages of new cases to people and other systems. They are stored in the transaction that opens
 * the case, and sent behind it: tried again with growing waits, and kept as dead after the last.
 */
package io.shopkeeper.fraud.notice;
