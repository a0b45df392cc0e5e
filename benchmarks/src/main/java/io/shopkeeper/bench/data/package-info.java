/** Seeded data that anybody can make again, and MovieLens 100K where its file is given. */
package io.shopkeeper.bench.data;
