/**
 * Yesterday's database under today's application: what the first release left is migrated and read,
 * and what one database holds is brought to the other by a backup.
 */
package io.shopkeeper.integration.upgrade;
