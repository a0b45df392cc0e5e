package io.shopkeeper.fraud.boundary.macro;

import java.time.Instant;

/**
 * That a macro was done on a case.
 *
 * @param name of the macro then
 */
public record MacroRun(long id, long caseId, String name, Instant doneAt, String doneBy) {}
