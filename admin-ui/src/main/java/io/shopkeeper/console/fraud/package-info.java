/** Payments and what was decided of them: the room for risk. */
package io.shopkeeper.console.fraud;
