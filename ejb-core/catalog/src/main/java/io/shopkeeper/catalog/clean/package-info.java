/** What values may be: types, ranges, normal forms. Uses nothing but the boundary's records. */
package io.shopkeeper.catalog.clean;
