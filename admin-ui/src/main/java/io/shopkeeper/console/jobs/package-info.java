/** Work that takes a while, live. */
package io.shopkeeper.console.jobs;
