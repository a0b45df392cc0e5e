/** What we compare ourselves with. */
package io.shopkeeper.bench.peer;
