/** Whether the ground is firm: database and disk. */
package io.shopkeeper.platform.health;
