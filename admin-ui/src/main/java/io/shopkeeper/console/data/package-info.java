/** Uploads, their reports, and the rows that were set aside. */
package io.shopkeeper.console.data;
