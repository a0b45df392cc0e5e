/** The first page: how the shop is and what needs somebody. */
package io.shopkeeper.console.overview;
