/**
 * The data source that the EAR brings along, and the migrations that run before anything else. Uses
 * {@code platform.backup} only, for a restore at the first start.
 */
package io.shopkeeper.platform.database;
