/**
 * The data source that the EAR brings along, and the migrations that run before anything else. Uses
 * no other package of the house.
 */
package io.shopkeeper.platform.database;
