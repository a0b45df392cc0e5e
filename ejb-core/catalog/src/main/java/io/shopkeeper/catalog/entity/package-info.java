/** What the catalog keeps; private to this module. */
package io.shopkeeper.catalog.entity;
