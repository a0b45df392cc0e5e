/** The monitors of the data and their alerts. */
package io.shopkeeper.console.quality;
