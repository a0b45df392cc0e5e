/** Versions of models: fixed once made, with their history. */
package io.shopkeeper.platform.registry;
