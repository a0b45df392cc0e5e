/**
 * Acts on cases under one name: written by a supervisor, done by analysts on one case or on many.
 */
package io.shopkeeper.fraud.boundary.macro;
