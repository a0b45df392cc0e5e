/**
 * Rows that were set aside: found, mended one by one or by a rule, tried again, discarded with a
 * reason. Every row stays on record; who did what to it is in the audit.
 *
 * <pre>{@code
 * quarantine.reasons(QuarantineFilter.all());             // what is wrong, and how often
 * quarantine.replay(filter, Optional.of(rule), "mei");    // a job for many
 * }</pre>
 */
package io.shopkeeper.catalog.boundary.quarantine;
