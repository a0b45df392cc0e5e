/** How far scores and features have moved since a version was trained. */
package io.shopkeeper.fraud.boundary.drift;
