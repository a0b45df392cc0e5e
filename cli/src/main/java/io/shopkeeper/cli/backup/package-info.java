/** Saving a shop to one file and bringing it back. */
package io.shopkeeper.cli.backup;
