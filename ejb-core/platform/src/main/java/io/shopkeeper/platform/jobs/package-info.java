/** Work that takes a while: kept in a table, run on the server's threads, resumed after a crash. */
package io.shopkeeper.platform.jobs;
