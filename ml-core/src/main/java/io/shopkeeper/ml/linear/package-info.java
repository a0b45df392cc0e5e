/** Dense linear algebra in plain Java. */
package io.shopkeeper.ml.linear;
