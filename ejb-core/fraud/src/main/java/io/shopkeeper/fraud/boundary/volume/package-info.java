/** How many alerts are to be expected on the next days. */
package io.shopkeeper.fraud.boundary.volume;
