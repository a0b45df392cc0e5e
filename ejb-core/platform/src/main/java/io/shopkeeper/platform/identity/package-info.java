/** People, keys and tokens: who is asking, and what they may. */
package io.shopkeeper.platform.identity;
