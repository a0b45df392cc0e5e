/**
 * Payments that a person is to look at, as cases: {@code cases.next(queue, 0, analyst)} hands out
 * the most urgent one that nobody works on, and locks it; {@code cases.close(id, outcome, ...)}
 * says what it turned out to be, which labels its payments. Every act stands in the case's journal.
 */
package io.shopkeeper.fraud.boundary.cases;
