/** Named values and secrets of the running shop. */
package io.shopkeeper.platform.settings;
