/** Keys, people, the audit trail and one's own account. */
package io.shopkeeper.console.settings;
