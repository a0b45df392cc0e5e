/** How the shop is, for those who run it. */
package io.shopkeeper.console.health;
