/**
 * Keys, people with their roles and sessions, the rules for signing in, the audit log and one's own
 * account. Example: {@code people.invite()} makes the link that is handed over.
 */
package io.shopkeeper.console.settings;
