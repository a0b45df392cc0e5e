package io.shopkeeper.fraud.boundary.cases;

import java.time.Instant;

/**
 * A line of a case's journal.
 *
 * @param text of a note its words; otherwise to what it was done: a payment, a person, an outcome
 */
public record CaseEntry(long id, Instant at, String by, CaseAct act, String text) {}
