/**
 * Who did what: a record that is only ever added to, each with the hash of the one before. Uses the
 * entities and the seal of {@code identity}. Example: {@code new AuditLedger(store,
 * seal).check(now)}.
 */
package io.shopkeeper.platform.audit;
