/** Sending files to the shop's import, and reading its report. */
package io.shopkeeper.cli.importing;
