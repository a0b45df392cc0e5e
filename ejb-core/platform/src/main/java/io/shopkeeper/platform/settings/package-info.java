/** What the shop can choose, what it has chosen, and what it keeps for itself. */
package io.shopkeeper.platform.settings;
