/**
 * What judges payments when something is missing: a journal on disk while the database does not
 * answer, and a book of what was missing or late, and when (ADR 0054).
 */
package io.shopkeeper.fraud.outage;
