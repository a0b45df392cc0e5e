/** What many want now. */
package io.shopkeeper.ml.popularity;
