/** Machine learning in plain Java: data, algorithms and metrics, with no Jakarta API in sight. */
package io.shopkeeper.ml;
