/** JSON as text in columns. Uses nothing of the house. */
package io.shopkeeper.platform.json;
